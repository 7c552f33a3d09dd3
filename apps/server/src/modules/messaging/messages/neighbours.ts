import type { Json } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';

/** Somebody as a webhook names them. */
export interface SeenIdentity {
  workspaceId: string;
  phone?: string | undefined;
  userId?: string | undefined;
  parentUserId?: string | undefined;
  username?: string | undefined;
  profileName?: string | undefined;
  at: Date;
  source: string;
}

/** What came in shows that an attempt to send, of which nothing was known, did arrive at Meta. */
export type Proof = { workspaceId: string; numberId: string; wamid: string; at: Date } & (
  | { by: 'status'; reference: string; status: string }
  /** A customer answers a message that nobody knows. */
  | { by: 'reply'; contactId: string }
  | { by: 'echo' | 'history'; contactId: string; type: string; content: Record<string, Json | undefined> }
);

/** What messages need of those who build on them, handed over where the program is wired. */
export interface MessageNeighbours {
  /** In the order given. */
  resolveContacts(tx: SystemTx, seen: SeenIdentity[]): Promise<{ contactId: string }[]>;
  /** Records under their keys the messages whose attempts are proven by this. */
  settle(tx: SystemTx, proofs: Proof[]): Promise<void>;
}
