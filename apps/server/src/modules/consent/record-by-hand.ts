import type { Tx } from '../../platform/db/index.ts';
import { invalidField } from '../../platform/errors/index.ts';
import { readConsent, survivorOf, type ShownConsent } from './read.ts';
import { recordConsent, type NewConsentEntry } from './record.ts';

interface Given {
  contactId: string;
  kind: 'granted' | 'withdrawn';
  purpose: string;
  source: string;
  at?: string | undefined;
  evidence: Record<string, unknown>;
}

/** What a person or a program saw happen elsewhere. */
export async function recordByHand(tx: Tx, { at, ...given }: Given): Promise<ShownConsent> {
  const contactId = await survivorOf(tx, given.contactId);
  const happened = at === undefined ? tx.now : new Date(at);
  if (happened.getTime() > tx.now.getTime() + mostAhead)
    throw invalidField('at', 'in_the_future', 'Consent is recorded when it has happened, not before.');
  // Anything else than a named grant was refused by the contract.
  const entry = { ...given, contactId, workspaceId: tx.workspaceId, at: happened } as NewConsentEntry;
  await recordConsent(tx, [entry]);
  return readConsent(tx, contactId);
}

/** What clocks may differ by. */
const mostAhead = 300_000;
