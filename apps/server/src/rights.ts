import { captureErasers } from './modules/capture/index.ts';
import { consentErasers, type LedgerParts } from './modules/consent/index.ts';
import { contactErasers } from './modules/contacts/index.ts';
import { rightsErasers, type RightsParts } from './modules/governance/index.ts';
import { messagingErasers } from './modules/messaging/index.ts';
import { workspaceErasers } from './modules/workspaces/index.ts';
import type { Eraser } from './platform/erasing/index.ts';
import { historyEraser } from './platform/events/index.ts';
import { answersEraser } from './platform/http/index.ts';
import { derive } from './platform/secrets/index.ts';

/**
 * In this order. Their number goes first, so what they write from then on is of somebody new; what they wrote before is
 * found by the contact.
 */
export const erasers: readonly Eraser[] = [
  ...contactErasers,
  ...messagingErasers,
  ...consentErasers,
  ...captureErasers,
  ...workspaceErasers,
  ...rightsErasers,
  historyEraser,
  answersEraser,
];

interface Around extends Pick<RightsParts, 'db' | 'clock' | 'storage' | 'sending'> {
  ledger: LedgerParts;
  installationKey: Buffer;
  publicUrl: string;
}

export const openRights = ({ ledger, installationKey, publicUrl, ...around }: Around): RightsParts => ({
  ...around,
  erasers,
  keyOf: ledger.keyOf,
  publicUrl: () => publicUrl,
  markKey: markKeyOf(installationKey),
  linkKey: derive(installationKey, 'data packages', 32),
});

export const markKeyOf = (installationKey: Buffer): Buffer => derive(installationKey, 'erased people', 32);
