import { z } from 'zod';
import type { Permission } from './permissions.ts';
import { signInMethods, signInOutcomes } from './audit.ts';
import { get } from './procedure.ts';
import { id, pageInput } from './scalars.ts';

interface EventDefinition<Data extends z.ZodType = z.ZodType> {
  /** Who may see it, in the history and live. */
  permission: Permission;
  data: Data;
}

const event = <Data extends z.ZodType>(permission: Permission, data: Data): EventDefinition<Data> => ({
  permission,
  data,
});

const account = { accountId: id, name: z.string() };
const number = { numberId: id, phone: z.string(), name: z.string() };
const change = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

const role = { role: z.string(), roleId: id.nullable() };

/** Every fact that the product announces: past tense, `<noun>.<what happened>`. Also the payloads of live updates. */
export const events = {
  'workspace.created': event('workspace.read', z.object({ name: z.string() })),
  'workspace.updated': event('workspace.read', z.object({ changed: z.array(z.string()) })),
  'member.joined': event(
    'members.read',
    z.object({ userId: id, name: z.string(), email: z.string(), ...role }),
  ),
  'member.role_changed': event('members.read', z.object({ userId: id, ...role })),
  'member.renamed': event('members.read', z.object({ userId: id, name: z.string() })),
  'member.removed': event('members.read', z.object({ userId: id, name: z.string() })),
  'member.invited': event('members.read', z.object({ invitationId: id, email: z.string(), ...role })),
  'invitation.withdrawn': event('members.read', z.object({ invitationId: id, email: z.string() })),
  'role.created': event('members.read', z.object({ roleId: id, name: z.string() })),
  'role.updated': event('members.read', z.object({ roleId: id, name: z.string() })),
  'role.removed': event('members.read', z.object({ roleId: id, name: z.string() })),
  'api_key.created': event('api-keys.manage', z.object({ keyId: id, name: z.string(), hint: z.string() })),
  'api_key.revoked': event('api-keys.manage', z.object({ keyId: id, name: z.string() })),
  'sign_on.changed': event('sign-on.manage', z.object({ providerId: id, name: z.string() })),
  'member.sign_in': event(
    'sign-ins.read',
    z.object({
      userId: id,
      name: z.string(),
      email: z.string(),
      outcome: z.enum(signInOutcomes),
      method: z.enum(signInMethods),
      ipAddress: z.string().nullable(),
      device: z.string().nullable(),
    }),
  ),
  'account.connected': event('numbers.read', z.object({ ...account, by: z.enum(['sign-up', 'hand']) })),
  'account.changed': event('numbers.read', z.object({ ...account, changes: z.array(change) })),
  'account.disconnected': event('numbers.read', z.object(account)),
  'number.connected': event('numbers.read', z.object(number)),
  'number.changed': event('numbers.read', z.object({ ...number, changes: z.array(change) })),
  'number.disconnected': event('numbers.read', z.object(number)),
  'app.secret_changed': event(
    'numbers.read',
    z.object({ appId: id, name: z.string(), what: z.enum(['begun', 'finished', 'cancelled']) }),
  ),
  'token.expiring': event(
    'numbers.read',
    z.object({ ...account, expiresAt: z.iso.datetime(), daysLeft: z.number().int() }),
  ),
} satisfies Record<string, EventDefinition>;

export type EventType = keyof typeof events;
export type EventData<Type extends EventType> = z.infer<(typeof events)[Type]['data']>;
export const eventTypes = Object.keys(events) as [EventType, ...EventType[]];

export const loggedEvent = z.object({
  eventId: id,
  type: z.enum(eventTypes),
  at: z.date(),
  contactId: id.nullable(),
  actor: z.object({ kind: z.enum(['user', 'key', 'system']), id: z.string() }),
  data: z.record(z.string(), z.unknown()),
});

export const history = {
  list: get('events.read', '/events', {
    summary: 'The event history, oldest first',
    description:
      'Start without a cursor for the beginning, or with the last cursor you saw. Types that your role may not see are left out.',
  })
    .input(
      z.strictObject({
        ...pageInput,
        types: z.array(z.enum(eventTypes)).max(50).optional(),
        contactId: id.optional(),
      }),
    )
    .output(z.object({ items: z.array(loggedEvent), nextCursor: z.string() })),
  recent: get('events.read', '/events/recent', { summary: 'The newest events first, for a glance' })
    .input(
      z.strictObject({
        limit: z.number().int().min(1).max(100).default(20),
        types: z.array(z.enum(eventTypes)).max(50).optional(),
      }),
    )
    .output(z.object({ items: z.array(loggedEvent) })),
};
