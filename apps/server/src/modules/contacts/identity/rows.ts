export type IdentityKind = 'phone' | 'user_id' | 'parent_user_id';

/** A row of contact_identities. */
export interface Identity {
  workspaceId: string;
  identityId: string;
  contactId: string;
  kind: IdentityKind;
  value: string;
  waId: string | null;
  portfolio: string;
  phone: string | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  endedAt: Date | null;
}

/** What of a row of contacts its identities have a say in. */
export interface ContactFacts {
  workspaceId: string;
  contactId: string;
  profileName: string | null;
  username: string | null;
  phone: string | null;
  waId: string | null;
  userId: string | null;
  country: string | null;
  source: string;
  createdAt: Date;
}
