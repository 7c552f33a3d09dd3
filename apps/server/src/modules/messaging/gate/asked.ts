import type { contactFields, messageCategories, sendClasses } from '@trikon/contract';
import type { Policies } from './policies.ts';
import type { Spending } from './spending.ts';

export type MessageCategory = (typeof messageCategories)[number];
export type SendClass = (typeof sendClasses)[number];
export type Origin = 'agent' | 'flow' | 'campaign' | 'api' | 'test';

/** What of a contact may stand in a message. */
export type ContactField = (typeof contactFields)[number];

/** A place in a template, and how it is filled: by the same text for all, or from each contact. */
export interface NeededValue {
  name: string;
  given: boolean;
  field: ContactField | null;
  fallback: string | null;
}

interface NumberFacts {
  numberId: string;
  /** Whose ids of people are good here; null while Meta has not told. */
  portfolioId: string | null;
  /** What shares the messaging limit: the portfolio, as far as it is known. */
  limitKey: string;
  status: string;
  registered: boolean;
  disconnected: boolean;
  messagingLimit: string | null;
  /** By a person, or after an error that needs one. */
  paused: boolean;
  /** Where Meta let nothing of its account through, the last day. */
  refusedCountries: readonly string[];
}

/** An intent with everything about it that is the same for all its recipients. */
export interface Asked {
  now: Date;
  /** When it is to leave, as far as that is known: what is scheduled is judged for its time. */
  at: Date;
  origin: Origin;
  /** As Meta charges it. */
  category: MessageCategory;
  class: SendClass;
  /** A built-in one or a part of one; null for the usual one of its class. */
  purpose: string | null;
  tag: string | null;
  usesTemplate: boolean;
  /** Null of a template that is not known here. */
  templateId: string | null;
  templateSendable: boolean;
  /** The workspace's rules, or a person, let nothing leave with it. */
  templateHeld: boolean;
  /** How many may leave with it in a day; null for any number. */
  templatePace: number | null;
  /** What it comes from waits for a person. */
  sourcePaused: boolean;
  needed: readonly NeededValue[];
  number: NumberFacts;
  policies: Policies;
  workspaceTimeZone: string;
  spending: Spending | null;
  /** Until when it is night where contacts are, by `zoneKey`; where it is day there is nothing. */
  nights: Readonly<Record<string, string>>;
}

/** What consent and caps call a class. */
export const categoryOfClass = {
  otp: 'authentication',
  reply: 'service',
  utility: 'utility',
  marketing: 'marketing',
} as const satisfies Record<SendClass, MessageCategory>;
