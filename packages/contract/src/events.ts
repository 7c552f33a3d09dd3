import { z } from 'zod';
import type { Permission } from './permissions.ts';
import { signInMethods, signInOutcomes } from './audit.ts';
import { entryPointKinds } from './capture.ts';
import { exportStates } from './contact-exports.ts';
import { importStates } from './contact-imports.ts';
import { bulkStates } from './contact-lists.ts';
import { identityKinds } from './contacts.ts';
import { healthFindings, severities } from './number-health.ts';
import { get } from './procedure.ts';
import { rightsKinds, rightsStates, rightsSteps } from './rights.ts';
import { id, pageInput } from './scalars.ts';
import { templateRuleNames } from './template-scorecards.ts';

/** What a message is to the queue; they leave in this order. */
export const messageClasses = ['otp', 'reply', 'utility', 'marketing'] as const;
/** What became of a message of which it was not known whether WhatsApp had it. */
const doubtVerdicts = ['accepted', 'sent_again', 'unconfirmed', 'not_confirmed'] as const;
const settledBy = ['proof', 'time', 'person'] as const;

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

const consentFact = { source: z.string(), at: z.iso.datetime() };
const consentTo = event('consent.read', z.object({ purpose: z.string(), ...consentFact }));
const whatsappPreference = event('consent.read', z.object(consentFact));
const consentHold = event('consent.read', z.object({ reason: z.string(), ...consentFact }));
const entryPoint = { entryPointId: id, name: z.string(), kind: z.enum(entryPointKinds) };
const optIn = { entryPointId: id, submissionId: id, kind: z.enum(entryPointKinds) };
const template = { templateId: id, accountId: id, name: z.string(), language: z.string() };

const templateFamily = { familyId: id, name: z.string() };
const templateVersion = { ...templateFamily, versionId: id, number: z.number().int(), language: z.string() };

const templateAction = { actionId: id, templateId: id, rule: z.enum(templateRuleNames) };

const budget = {
  budgetId: id,
  name: z.string(),
  currency: z.string(),
  spentMicros: z.number(),
  limitMicros: z.number(),
};

const message = { messageId: id, conversationId: id, numberId: id };
const sentMessage = { ...message, origin: z.string(), originId: z.string().nullable(), at: z.iso.datetime() };
/** Who did it: the customer, or the business. */
const by = z.enum(['in', 'out']);

const role = { role: z.string(), roleId: id.nullable() };

/** What many messages come from, and can be stopped by. */
const source = { sourceId: id, kind: z.string(), name: z.string() };

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
  'media.fetched': event(
    'messages.read',
    z.object({
      mediaId: id,
      messageId: id.nullable(),
      state: z.enum(['stored', 'quarantined', 'failed', 'refused', 'expired']),
    }),
  ),
  'contact.created': event('contacts.read', z.object({ source: z.string() })),
  'contact.updated': event('contacts.read', z.object({ changed: z.array(z.string()) })),
  'contact.identified': event('contacts.read', z.object({ kinds: z.array(z.enum(identityKinds)) })),
  'contact.changed_hands': event('contacts.read', z.object({ newContactId: id })),
  'contact.merged': event('contacts.read', z.object({ mergeId: id, fromId: id })),
  'contact.noted': event(
    'contacts.read',
    z.object({ noteId: id, what: z.enum(['written', 'edited', 'removed']) }),
  ),
  'contact.blocked': event('contacts.read', z.object({ numberId: id, elsewhere: z.boolean() })),
  'contact.unblocked': event('contacts.read', z.object({ numberId: id, elsewhere: z.boolean() })),
  'contact_tag.created': event('contacts.read', z.object({ tagId: id, name: z.string() })),
  'contact_tag.updated': event('contacts.read', z.object({ tagId: id, name: z.string() })),
  'contact_tag.removed': event('contacts.read', z.object({ tagId: id, name: z.string() })),
  'contact_tag.merged': event(
    'contacts.read',
    z.object({ tagId: id, name: z.string(), fromId: id, fromName: z.string() }),
  ),
  'contact_bulk.advanced': event(
    'contacts.read',
    z.object({
      bulkId: id,
      state: z.enum(bulkStates),
      total: z.number().int(),
      seen: z.number().int(),
      changed: z.number().int(),
    }),
  ),
  'contact_import.advanced': event(
    'contacts.import',
    z.object({
      importId: id,
      fileName: z.string(),
      state: z.enum(importStates),
      seen: z.number().int(),
      total: z.number().int().nullable(),
    }),
  ),
  'contact_export.advanced': event(
    'contacts.export',
    z.object({
      exportId: id,
      state: z.enum(exportStates),
      columns: z.array(z.string()),
      total: z.number().int(),
      done: z.number().int(),
    }),
  ),
  'contact_fields.changed': event(
    'contacts.read',
    z.object({
      fieldIds: z.array(id),
      what: z.enum(['added', 'changed', 'archived', 'restored', 'ordered']),
    }),
  ),
  'contact.unmerged': event('contacts.read', z.object({ mergeId: id, intoId: id })),
  'consent.granted': consentTo,
  'consent.withdrawn': consentTo,
  'consent.stopped': whatsappPreference,
  'consent.resumed': whatsappPreference,
  /** What a customer asked for in the chat, and how many messages were already on their way when they did. */
  'consent.wish_heard': event(
    'consent.read',
    z.object({
      messageId: id,
      numberId: id,
      wish: z.enum(['stop', 'start', 'stop_promotions', 'agree']),
      language: z.string(),
      underWay: z.number().int(),
    }),
  ),
  'suppression.list_changed': event(
    'consent.read',
    z.object({ listId: id, name: z.string(), change: z.enum(['created', 'updated', 'removed']) }),
  ),
  'suppression.members_changed': event(
    'consent.read',
    z.object({ listId: id, name: z.string(), added: z.number().int(), removed: z.number().int() }),
  ),
  'consent.frozen': consentHold,
  'consent.released': consentHold,
  'consent.erased': event('consent.read', z.object(consentFact)),
  'purpose.changed': event(
    'consent.read',
    z.object({ purpose: z.string(), what: z.enum(['created', 'updated', 'archived', 'restored']) }),
  ),
  'notice.changed': event(
    'consent.read',
    z.object({
      noticeId: id,
      name: z.string(),
      version: z.number().int(),
      what: z.enum(['drafted', 'discarded', 'approved', 'retired']),
    }),
  ),
  'ledger.checkpointed': event('consent.read', z.object({ seq: z.number().int(), head: z.string() })),
  'ledger.verified': event(
    'consent.read',
    z.object({ verificationId: id, entries: z.number().int(), problems: z.number().int() }),
  ),
  'entry_point.created': event('capture.manage', z.object(entryPoint)),
  'entry_point.updated': event('capture.manage', z.object({ ...entryPoint, changed: z.array(z.string()) })),
  'opt_in.submitted': event(
    'capture.manage',
    z.object({
      ...optIn,
      state: z.enum(['accepted', 'waiting', 'refused']),
      /** Why it was refused. */
      reason: z.string().nullable(),
    }),
  ),
  /** What waited for an answer got one. */
  'opt_in.settled': event(
    'capture.manage',
    z.object({ ...optIn, state: z.enum(['accepted', 'declined', 'refused']) }),
  ),
  /** A step of what somebody asked for about their data. */
  'rights.step': event(
    'rights.read',
    z.object({
      requestId: id,
      kind: z.enum(rightsKinds),
      what: z.enum(rightsSteps),
      state: z.enum(rightsStates),
    }),
  ),
  'rights.hold_changed': event('rights.read', z.object({ holdId: id, what: z.enum(['placed', 'lifted']) })),
  'template.changed': event('templates.read', z.object({ ...template, changes: z.array(change) })),
  'templates.synced': event(
    'templates.read',
    z.object({
      accountId: id,
      added: z.number().int(),
      changed: z.number().int(),
      removed: z.number().int(),
    }),
  ),
  'template.recategorised': event(
    'templates.read',
    z.object({
      ...template,
      familyId: id,
      /** What it was asked for as, and what WhatsApp makes of it. */
      asked: z.string(),
      category: z.string(),
      /** Null when it is so already, or when WhatsApp did not say. */
      from: z.iso.datetime().nullable(),
    }),
  ),
  'template_family.created': event(
    'templates.read',
    z.object({ ...templateFamily, origin: z.enum(['here', 'whatsapp', 'clone']) }),
  ),
  'template_family.changed': event('templates.read', z.object({ ...templateFamily, what: z.string() })),
  'template_version.review_requested': event('templates.read', z.object(templateVersion)),
  'template_version.decided': event(
    'templates.read',
    z.object({ ...templateVersion, decision: z.enum(['approved', 'sent_back', 'withdrawn']) }),
  ),
  'template_version.submitted': event(
    'templates.read',
    z.object({ ...templateVersion, accountId: id, kind: z.string() }),
  ),
  'template_submission.ended': event(
    'templates.read',
    z.object({ ...templateFamily, submissionId: id, accountId: id, kind: z.string(), state: z.string() }),
  ),
  'template_cadence.changed': event('templates.read', z.object({ changed: z.array(z.string()) })),
  'template_reminder.due': event(
    'templates.read',
    z.object({ reminderId: id, kind: z.string(), name: z.string(), dueOn: z.iso.date() }),
  ),
  'template_reminder.finished': event('templates.read', z.object({ reminderId: id })),
  'template_lock.overridden': event(
    'templates.read',
    z.object({ versionId: id, lock: z.string(), rationale: z.string() }),
  ),
  'template_rule.changed': event('templates.read', z.object({ rule: z.enum(templateRuleNames) })),
  'template_rule.acted': event(
    'templates.read',
    z.object({
      ...templateAction,
      action: z.string(),
      name: z.string(),
      language: z.string(),
    }),
  ),
  'template_rule.ended': event(
    'templates.read',
    z.object({ ...templateAction, how: z.enum(['undone', 'over', 'appealed', 'switched']) }),
  ),
  'number.health_changed': event(
    'numbers.read',
    z.object({
      ...number,
      before: z.enum(severities).nullable(),
      after: z.enum(severities),
      /** What is wrong now, the worst first. */
      findings: z.array(z.enum(healthFindings)),
    }),
  ),
  'budget.warned': event('costs.read', z.object({ ...budget, percent: z.number().int() })),
  'budget.reached': event('costs.read', z.object({ ...budget, stops: z.boolean() })),
  'messages.queued': event(
    'outbox.read',
    z.object({ numberIds: z.array(id), count: z.number().int(), sourceId: id.nullable() }),
  ),
  'conversation.opened': event('messages.read', z.object({ conversationId: id, numberId: id })),
  'message.received': event(
    'messages.read',
    z.object({
      ...message,
      type: z.string(),
      /** Its first words. */
      text: z.string().nullable(),
      groupId: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  'message.reacted': event('messages.read', z.object({ ...message, by, emoji: z.string().nullable() })),
  'message.edited': event('messages.read', z.object({ ...message, by })),
  'message.revoked': event('messages.read', z.object({ ...message, by })),
  'message.delivered': event('messages.read', z.object(sentMessage)),
  'message.read': event('messages.read', z.object({ ...sentMessage, played: z.boolean() })),
  'message.failed': event(
    'messages.read',
    z.object({ ...message, sourceId: id.nullable(), reason: z.string(), code: z.number().nullable() }),
  ),
  'message.sent': event('messages.read', z.object({ ...message, sourceId: id.nullable() })),
  'message.in_doubt': event(
    'messages.read',
    z.object({ ...message, sourceId: id.nullable(), class: z.enum(messageClasses) }),
  ),
  'message.settled': event(
    'messages.read',
    z.object({ ...message, sourceId: id.nullable(), verdict: z.enum(doubtVerdicts), by: z.enum(settledBy) }),
  ),
  'source.paused': event('outbox.read', z.object({ ...source, reason: z.string() })),
  'source.resumed': event('outbox.read', z.object(source)),
  'source.cancelled': event('outbox.read', z.object(source)),
  'number.paused': event('outbox.read', z.object({ numberId: id, reason: z.string() })),
  'number.resumed': event('outbox.read', z.object({ numberId: id })),
  'delivery.parked': event('webhooks.inspect', z.object({ deliveryId: id, reason: z.string() })),
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
