import type { SystemTx } from '../../platform/db/index.ts';
import { recordConsent, type NewConsentEntry } from './record.ts';
import type { OfContact } from './states.ts';

/** What a customer chose in WhatsApp itself about this business' marketing. */
export interface PreferenceChange extends OfContact {
  /** `signup`: they asked for its marketing by a link of WhatsApp's. */
  value: 'stop' | 'resume' | 'signup';
  at: Date;
  evidence: Record<string, unknown>;
}

export const applyPreferences = (tx: SystemTx, changes: readonly PreferenceChange[]): Promise<void> =>
  recordConsent(tx, changes.flatMap(entriesOf));

function entriesOf({ value, ...change }: PreferenceChange): NewConsentEntry[] {
  const told = { ...change, source: 'whatsapp' };
  if (value === 'stop') return [{ ...told, kind: 'stopped' }];
  const resumed: NewConsentEntry = { ...told, kind: 'resumed' };
  return value === 'resume' ? [resumed] : [resumed, { ...told, kind: 'granted', purpose: 'promotions' }];
}
