/** What was erased, without saying of whom: the contact's id leads to nothing any more. */
export interface Certificate {
  certificate: 'trikon erasure 1';
  business: string;
  workspaceId: string;
  requestId: string;
  contactId: string;
  channel: string;
  receivedAt: string;
  begunAt: string;
  finishedAt: string;
  begunBy: string;
  approvedBy: string | null;
  /** Rows by table, and files. */
  erased: Record<string, number>;
  kept: { what: string; words: { en: string; hi: string } }[];
  backupsHoldUntil: string;
  answersTo: { name: string | null; address: string | null };
  keyId: string;
}
