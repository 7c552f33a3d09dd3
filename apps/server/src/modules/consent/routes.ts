import { contract } from '@trikon/contract';
import { Refusal } from '../../platform/errors/index.ts';
import { workspaceRoutes, type Route } from '../../platform/http/index.ts';
import { releaseConsent } from './freeze.ts';
import { listCheckpoints, takeCheckpoint } from './ledger/checkpoints.ts';
import { askVerification } from './ledger/jobs.ts';
import type { LedgerParts } from './ledger/ledger-parts.ts';
import { getLedger, listLedger, listVerifications } from './ledger/read-ledger.ts';
import { noticesRoutes } from './notices/routes.ts';
import { consentOverview } from './proof/overview.ts';
import { proveConsent } from './proof/proof.ts';
import { getConsent, listEntries } from './read.ts';
import { recordByHand } from './record-by-hand.ts';

export function consentRoutes(ledger: LedgerParts): Route[] {
  return [
    ...workspaceRoutes('consent', contract.consent, {
      overview: ({ tx }) => consentOverview(tx),
      proof: ({ tx, input }) => proveConsent(tx, ledger, input.contactId),
      get: ({ tx, input }) => getConsent(tx, input.contactId),
      entries: ({ tx, input }) => listEntries(tx, input),
      record: ({ tx, input }) => recordByHand(tx, input),
      release: ({ tx, input }) => releaseConsent(tx, input),
    }),
    ...noticesRoutes(),
    ...workspaceRoutes('ledger', contract.ledger, {
      get: ({ tx }) => getLedger(tx, ledger),
      entries: ({ tx, input }) => listLedger(tx, input),
      verify: async ({ tx }) => {
        const asked = await listVerifications(tx, 1, await askVerification(tx));
        return asked.items[0]!;
      },
      verifications: ({ tx }) => listVerifications(tx, 20),
      checkpoint: async ({ tx }) => {
        const taken = await takeCheckpoint(tx, ledger, tx.workspaceId);
        if (taken === null)
          throw new Refusal('conflict', 'Nothing has been recorded yet that could be signed.');
        return taken;
      },
      checkpoints: ({ tx, input }) => listCheckpoints(tx, input),
    }),
  ];
}
