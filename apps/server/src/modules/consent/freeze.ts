import type { Tx } from '../../platform/db/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { readConsent, survivorOf, type ShownConsent } from './read.ts';
import { recordConsent, recordExactly } from './record.ts';
import { lockStates, type AnyTx, type OfContact } from './states.ts';

export interface Freeze extends OfContact {
  /** A stable word, such as `number_changed`. */
  reason: string;
  source: string;
  at: Date;
  evidence?: Record<string, unknown>;
}

/** Holds everything but answers back from contacts until somebody made sure that they are still who they were. */
export const freezeConsent = (tx: AnyTx, freezes: readonly Freeze[]): Promise<void> =>
  recordConsent(
    tx,
    freezes.map((freeze) => ({ ...freeze, kind: 'frozen', evidence: freeze.evidence ?? {} })),
  );

/** A person looked, and says why it may go on. */
export async function releaseConsent(
  tx: Tx,
  { contactId: named, reason }: { contactId: string; reason: string },
): Promise<ShownConsent> {
  const { workspaceId } = tx;
  const contactId = await survivorOf(tx, named);
  await lockStates(tx, [{ workspaceId, contactId }]);
  const { frozenAt } = await readConsent(tx, contactId);
  if (frozenAt === null) throw new Refusal('conflict', 'The consent of this contact is not frozen.');
  // It answers the freeze that was seen, by whichever clock that came.
  const at = new Date(Math.max(tx.now.getTime(), frozenAt.getTime() + 1));
  const entry = { workspaceId, contactId, source: 'app', at, evidence: {} };
  await recordExactly(tx, [{ ...entry, kind: 'released', reason }]);
  return readConsent(tx, contactId);
}
