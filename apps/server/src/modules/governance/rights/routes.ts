import { contract } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { correct, propose } from './correct.ts';
import { assign, begin, finish, identify, refuse, withdraw } from './decide.ts';
import { readCertificate } from './erasure/certify.ts';
import { previewErasure } from './erasure/preview.ts';
import { approveErasure, startErasure } from './erasure/start-erasure.ts';
import { liftHold, listHolds, placeHold } from './holds.ts';
import { writeDown } from './open-request.ts';
import { packageLink, sendPackage } from './package/hand-over.ts';
import { askPackage } from './package/make-package.ts';
import { countRequests, listRequests, readRequest } from './read-requests.ts';
import type { RightsParts } from './rights-parts.ts';
import { readSettings, shownSettings, updateSettings } from './settings.ts';

/** Does it, and answers with the request as it is then. */
async function after(tx: Tx, requestId: string, done: Promise<unknown>) {
  await done;
  return readRequest(tx, requestId);
}

export function rightsRoutes(parts: RightsParts): Route[] {
  return [
    ...requestRoutes(parts),
    ...workspaceRoutes('legalHolds', contract.legalHolds, {
      list: async ({ tx, input }) => ({ items: await listHolds(tx, input.contactId) }),
      place: ({ tx, input }) => placeHold(tx, input),
      lift: ({ tx, input }) => liftHold(tx, input.holdId),
    }),
    ...workspaceRoutes('rightsSettings', contract.rightsSettings, {
      get: async ({ tx }) => shownSettings(await readSettings(tx), parts.publicUrl()),
      update: async ({ tx, input }) => shownSettings(await updateSettings(tx, input), parts.publicUrl()),
    }),
  ];
}

const requestRoutes = (parts: RightsParts): Route[] =>
  workspaceRoutes('rights', contract.rights, {
    list: ({ tx, input }) => listRequests(tx, input),
    counts: ({ tx }) => countRequests(tx),
    get: ({ tx, input }) => readRequest(tx, input.requestId),
    create: async ({ tx, input }) => readRequest(tx, await writeDown(tx, input)),
    identify: ({ tx, input }) => after(tx, input.requestId, identify(tx, input)),
    assign: ({ tx, input }) => after(tx, input.requestId, assign(tx, input)),
    begin: ({ tx, input }) => after(tx, input.requestId, begin(tx, input.requestId)),
    finish: ({ tx, input }) => after(tx, input.requestId, finish(tx, input)),
    refuse: ({ tx, input }) => after(tx, input.requestId, refuse(tx, input)),
    withdraw: ({ tx, input }) => after(tx, input.requestId, withdraw(tx, input.requestId)),
    propose: ({ tx, input }) => after(tx, input.requestId, propose(tx, input)),
    correct: ({ tx, input }) => after(tx, input.requestId, correct(tx, input.requestId)),
    makePackage: ({ tx, input }) => after(tx, input.requestId, askPackage(tx, input.requestId)),
    packageLink: ({ tx, input }) => packageLink(tx, parts, input.requestId),
    sendPackage: ({ tx, input }) => after(tx, input.requestId, sendPackage(tx, parts, input.requestId)),
    previewErasure: ({ tx, input }) => previewErasure(tx, input.requestId),
    approveErasure: ({ tx, input }) => after(tx, input.requestId, approveErasure(tx, input.requestId)),
    erase: ({ tx, input }) => after(tx, input.requestId, startErasure(tx, parts, input.requestId)),
    certificate: ({ tx, input }) => readCertificate(tx, parts, input.requestId),
  });
