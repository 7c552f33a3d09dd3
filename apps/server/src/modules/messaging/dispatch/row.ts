/** In the order in which they leave; priorities 0 to 3. */
export type MessageClass = 'otp' | 'reply' | 'utility' | 'marketing';

export interface NumberName {
  workspaceId: string;
  numberId: string;
}

/** A message whose attempt is committed: from now on it may have been sent. */
export interface Claimed extends NumberName {
  messageId: string;
  conversationId: string;
  contactId: string;
  sourceId: string | null;
  class: MessageClass;
  priority: number;
  attempt: number;
  retries: number;
  fence: number;
  /** One of the two: a number as WhatsApp writes it, or the id by which this business knows who hides theirs. */
  to: string | null;
  recipient: string | null;
  content: Record<string, unknown>;
  type: string;
  replyToWamid: string | null;
  /** Meta's ids of its files by ours; null while one of them is not at Meta. */
  mediaIds: ReadonlyMap<string, string> | null;
  queuedAt: Date;
  deadlineAt: Date;
}

/** The one key of an attempt, wherever it is written down. */
export const attemptKey = ({ messageId, attempt }: { messageId: string; attempt: number }): string =>
  `${messageId}.${attempt}`;
