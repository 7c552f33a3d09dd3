import { contract } from '@trikon/contract';
import type { z } from 'zod';
import { workspaceRoutes, type Caller, type Route } from '../../../platform/http/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { getPolicies, updatePolicies } from '../gate/policies.ts';
import type { Origin } from '../gate/asked.ts';
import { sendToAudience } from './audience-send.ts';
import type { Cause } from './cause.ts';
import { dryRun, explain } from './foresee.ts';
import type { SendParts } from './intent.ts';
import { listIntents } from './intents.ts';
import { refusalOf, send } from './send.ts';

export function sendingRoutes(parts: SendParts): Route[] {
  return workspaceRoutes('sending', contract.sending, {
    send: async ({ tx, input, caller, idempotencyKey }) => {
      const { cause, ...asked } = input;
      const mayCreateContact = caller.permissions.has('contacts.manage');
      const sent = await send(tx, parts, {
        ...told(asked, caller),
        to: asked.to,
        replyToId: asked.replyToId,
        mayCreateContact,
        cause: causeOf(tx.now, caller, cause, idempotencyKey),
      });
      if (sent.verdict === 'refused') return refusalOf(sent);
      return { ...sent, verdict: sent.verdict };
    },
    explain: ({ tx, input: { contactId, ...asked }, caller }) =>
      explain(tx, parts, contactId, told(asked, caller)),
    sendToAudience: ({ tx, input: { cause, name, audience, ...asked }, caller, idempotencyKey }) =>
      sendToAudience(tx, {
        ...told(asked, caller),
        name,
        audience,
        cause: { ...causeOf(tx.now, caller, cause, idempotencyKey), kind: 'audience' },
      }),
    dryRun: ({ tx, input: { audience, ...asked }, caller }) =>
      dryRun(tx, parts, audience, told(asked, caller)),
    intents: ({ tx, input }) => listIntents(tx, input),
    getPolicies: ({ tx }) => getPolicies(tx),
    updatePolicies: ({ tx, input }) => updatePolicies(tx, input),
  });
}

type Schema<Procedure> = Procedure extends { '~orpc': { inputSchema?: infer In } } ? NonNullable<In> : never;
type Explained = z.output<Extract<Schema<typeof contract.sending.explain>, z.ZodType>>;

const told = ({ scheduledAt, ...asked }: Omit<Explained, 'contactId'>, caller: Caller) => ({
  ...asked,
  origin: (caller.kind === 'key' ? 'api' : 'agent') satisfies Origin as Origin,
  originId: caller.id,
  scheduledAt: scheduledAt === undefined ? undefined : new Date(scheduledAt),
});

/** A cause that a caller named counts for the workspace, a key of a request for its caller alone. */
function causeOf(now: Date, caller: Caller, cause: string | undefined, key: string | undefined): Cause {
  if (cause !== undefined) return { kind: 'api', id: cause };
  return { kind: 'request', id: key === undefined ? newId(now) : `${caller.kind} ${caller.id} ${key}` };
}
