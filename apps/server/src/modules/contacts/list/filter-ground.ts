import type { FilterCondition } from '@trikon/contract';
import type { Bind, Tx } from '../../../platform/db/index.ts';
import { listFields, type ContactField } from '../fields/fields.ts';

export type ConditionOf<Kind extends FilterCondition['kind']> = Extract<FilterCondition, { kind: Kind }>;

/** Conditions about what modules above know of contacts, in SQL that is true of a row of contacts. */
export interface HigherConditions {
  consent(condition: ConditionOf<'consent'>, place: ConditionPlace): string;
  lastMessage(condition: ConditionOf<'last_message'>, place: ConditionPlace): string;
}

export interface ConditionPlace {
  bind: Bind;
  /** What the row of contacts is called in the statement. */
  contact: string;
}

/** What conditions are compiled with: the workspace's own fields, and what modules above know. */
export interface FilterGround {
  fields: ReadonlyMap<string, ContactField>;
  higher: HigherConditions;
}

export async function readFilterGround(tx: Tx, higher: HigherConditions): Promise<FilterGround> {
  return { fields: new Map((await listFields(tx)).map((field) => [field.key, field])), higher };
}
