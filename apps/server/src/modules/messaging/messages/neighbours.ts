import type { Json } from '@trikon/whatsapp/webhooks';
import type { SystemTx } from '../../../platform/db/index.ts';
import type { SeenIdentity } from '../../contacts/index.ts';

/** What came in shows that an attempt to send, of which nothing was known, did arrive at Meta. */
export type Proof = { workspaceId: string; numberId: string; wamid: string; at: Date } & (
  | { by: 'status'; reference: string; status: string }
  /** A customer answers a message that nobody knows. */
  | { by: 'reply'; contactId: string }
  | { by: 'echo' | 'history'; contactId: string; type: string; content: Record<string, Json | undefined> }
);

/** What messages need of those who build on them, handed over where the program is wired. */
export interface MessageNeighbours {
  /** In the order given; null for what names nobody. */
  resolveContacts: (tx: SystemTx, seen: SeenIdentity[]) => Promise<({ contactId: string } | null)[]>;
  /** Records under their keys the messages whose attempts are proven by this. */
  settle: (tx: SystemTx, proofs: Proof[]) => Promise<void>;
}
