import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../platform/http/index.ts';
import type { SendParts } from '../messaging/index.ts';
import { askContact } from './ask.ts';
import { shownEntryPoint } from './entry-point.ts';
import { listSubmissions } from './list-submissions.ts';
import { listEntryPoints, readEntryPoint } from './read-entry-points.ts';
import { createEntryPoint, updateEntryPoint } from './save-entry-point.ts';
import { submit } from './submit.ts';

export function captureRoutes(sending: SendParts, publicUrl: () => string): Route[] {
  return workspaceRoutes('entryPoints', contract.entryPoints, {
    list: ({ tx }) => listEntryPoints(tx, publicUrl()),
    get: ({ tx, input }) => readEntryPoint(tx, input.entryPointId, publicUrl()),
    create: async ({ tx, input }) => shownEntryPoint(await createEntryPoint(tx, input), publicUrl()),
    update: async ({ tx, input }) => shownEntryPoint(await updateEntryPoint(tx, input), publicUrl()),
    submissions: ({ tx, input }) => listSubmissions(tx, input),
    submit: ({ tx, input }) => submit(tx, sending.contacts, input),
    ask: ({ tx, input }) => askContact(tx, sending, input),
  });
}
