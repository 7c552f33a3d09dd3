import type { StatusPricing } from '@trikon/whatsapp';

/** A group of one business number and at most eight customers, who all came by its invite link. */
export interface Group {
  id: string;
  numberId: string;
  wabaId: string;
  subject: string;
  description?: string;
  approval: 'auto_approve' | 'approval_required';
  /** The last part of the invite link; there is none after it was deleted. */
  inviteCode?: string;
  createdAt: number;
  members: Member[];
  /** Phones that the business removed: the link does not let them in again. */
  removed: string[];
  suspended: boolean;
  /** Until when anything may be sent: any member's message opens it for all. */
  windowUntil?: number;
  picture?: { mime: string; sha256: string; url?: string };
  pins: Pin[];
}

interface Member {
  phone: string;
  joinedAt: number;
  /** Until when the member has read. */
  readAt: number;
}

export interface Pin {
  message: string;
  until: number;
}

export interface JoinRequest {
  id: string;
  groupId: string;
  person: string;
  at: number;
}

type Receipt = 'sent' | 'delivered' | 'read';

/** A message of the business on its way to every member; the message itself is with all others. */
export interface Post {
  /** The wamid. */
  id: string;
  groupId: string;
  numberId: string;
  wabaId: string;
  opaque?: string;
  /** Of every member to whom it is delivered. */
  pricing?: StatusPricing;
  cost: number;
  receipts: Record<string, Receipt>;
  /** What subscribers have not heard yet: several members share a webhook. */
  untold: { person: string; status: Receipt; at: number; priced: boolean }[];
  lapsesAt: number;
}

export const linkOf = ({ inviteCode }: Group): string | undefined =>
  inviteCode === undefined ? undefined : `https://chat.whatsapp.com/${inviteCode}`;

export const isMember = ({ members }: Group, phone: string): boolean =>
  members.some((member) => member.phone === phone);
