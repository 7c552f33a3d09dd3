import { z } from 'zod';
import { fieldValue } from './contact-profile.ts';
import { get, patch, post, remove } from './procedure.ts';
import {
  contactInList,
  email,
  id,
  nothing,
  pageInput,
  pageOf,
  sentence,
  textLanguage,
  timeZone,
  writtenLine,
  writtenText,
} from './scalars.ts';

/** What people may ask for about their own data. Codes never change. */
export const rightsKinds = [
  'access',
  'correction',
  'erasure',
  'withdrawal',
  'grievance',
  'nomination',
] as const;
export const rightsChannels = ['chat', 'page', 'api', 'hand'] as const;
export const rightsStates = ['received', 'identified', 'in_work', 'done', 'refused'] as const;
/** What happened to a request, as its history tells it. */
export const rightsSteps = [
  'received',
  'identified',
  'assigned',
  'begun',
  'proposed',
  'corrected',
  'withdrawn',
  'package_asked',
  'package_ready',
  'package_failed',
  'package_sent',
  'package_fetched',
  'approved',
  'erasing',
  'erased',
  'held',
  'due_soon',
  'overdue',
  'done',
  'refused',
] as const;

const person = { kind: z.enum(['user', 'key', 'system']), id: z.string(), name: z.string().nullable() };

const change = z.object({
  /** An attribute, or `fields.` and the key of an own field. */
  field: z.string(),
  before: fieldValue.nullable(),
  after: fieldValue.nullable(),
});

const packageState = z.object({
  packageId: id,
  state: z.enum(['making', 'ready', 'failed', 'gone']),
  size: z.number().nullable(),
  sha256: z.string().nullable(),
  madeAt: z.date().nullable(),
  endsAt: z.date().nullable(),
});

const hold = z.object({
  holdId: id,
  contactId: id,
  requestId: id.nullable(),
  ...contactInList,
  reason: z.string(),
  placedBy: z.string(),
  placedAt: z.date(),
  endsAt: z.date().nullable(),
});

const request = z.object({
  requestId: id,
  kind: z.enum(rightsKinds),
  channel: z.enum(rightsChannels),
  state: z.enum(rightsStates),
  contactId: id.nullable(),
  ...contactInList,
  language: z.string(),
  assignedTo: id.nullable(),
  receivedAt: z.date(),
  dueAt: z.date(),
  closedAt: z.date().nullable(),
});

const wholeRequest = request.extend({
  /** In their words. */
  said: z.string().nullable(),
  identifiedAt: z.date().nullable(),
  identifiedHow: z.string().nullable(),
  reason: z.string().nullable(),
  changes: z.array(change).nullable(),
  approvedBy: z.string().nullable(),
  package: packageState.nullable(),
  /** Of an erasure: whether it is under way or over, and whether a second person has to approve it first. */
  erasure: z.object({ state: z.enum(['running', 'done']), finishedAt: z.date().nullable() }).nullable(),
  needsApproval: z.boolean(),
  holds: z.array(hold),
  steps: z.array(
    z.object({
      stepId: id,
      at: z.date(),
      what: z.enum(rightsSteps),
      note: z.string().nullable(),
      actor: z.object(person),
    }),
  ),
  /** Whom every answer has to name. */
  contactPerson: z.object({ name: z.string().nullable(), address: z.string().nullable() }),
});

const onRequest = { requestId: id };
const asOne = z.strictObject(onRequest);

export const rights = {
  list: get('rights.read', '/data-requests', {
    summary: 'What people asked for about their data; what is open by deadline, what is over newest first',
  })
    .input(
      z.strictObject({
        ...pageInput,
        show: z.enum(['open', 'overdue', 'closed']).default('open'),
        kind: z.enum(rightsKinds).optional(),
        contactId: id.optional(),
      }),
    )
    .output(pageOf(request)),
  counts: get('rights.read', '/data-requests/counts', { summary: 'How many are open, due soon and overdue' })
    .input(nothing)
    .output(z.object({ open: z.number().int(), dueSoon: z.number().int(), overdue: z.number().int() })),
  get: get('rights.read', '/data-requests/{requestId}', {
    summary: 'One request with everything done about it',
  })
    .input(asOne)
    .output(wholeRequest),
  create: post('rights.manage', '/data-requests', {
    summary: 'Write down a request that came by phone, letter, counter or your own program',
    description: 'Who asks has still to be checked, unless `identifiedHow` says how that was done.',
    successStatus: 201,
  })
    .input(
      z.strictObject({
        kind: z.enum(rightsKinds),
        contactId: id,
        said: writtenText(2000).optional(),
        language: textLanguage.default('en'),
        /** When it came; now without it. */
        receivedAt: z.iso.datetime({ offset: true }).optional(),
        identifiedHow: writtenLine(300).optional(),
      }),
    )
    .output(wholeRequest),
  identify: post('rights.manage', '/data-requests/{requestId}/identity', {
    summary: 'Say how you know that it is this contact who asks',
  })
    .input(z.strictObject({ ...onRequest, contactId: id.optional(), how: writtenLine(300) }))
    .output(wholeRequest),
  assign: post('rights.manage', '/data-requests/{requestId}/assignee', {
    summary: 'Give it to a member, or to nobody',
  })
    .input(z.strictObject({ ...onRequest, userId: id.nullable() }))
    .output(wholeRequest),
  begin: post('rights.manage', '/data-requests/{requestId}/begin', { summary: 'Begin to work on it' })
    .input(asOne)
    .output(wholeRequest),
  finish: post('rights.manage', '/data-requests/{requestId}/finish', {
    summary: 'Say what was done about it, and close it',
  })
    .input(z.strictObject({ ...onRequest, note: writtenText(2000) }))
    .output(wholeRequest),
  refuse: post('rights.manage', '/data-requests/{requestId}/refuse', {
    summary: 'Refuse it, with the reason',
  })
    .input(z.strictObject({ ...onRequest, reason: writtenText(2000) }))
    .output(wholeRequest),
  withdraw: post('rights.manage', '/data-requests/{requestId}/withdrawal', {
    summary: 'Take back every consent of theirs, and close the request',
  })
    .input(asOne)
    .output(wholeRequest),
  propose: post('rights.manage', '/data-requests/{requestId}/correction', {
    summary: 'Propose which values of their profile change to what',
  })
    .input(
      z.strictObject({
        ...onRequest,
        changes: z
          .strictObject({
            name: writtenLine(200).nullable(),
            email: email.nullable(),
            city: writtenLine(120).nullable(),
            language: textLanguage.nullable(),
            timeZone: timeZone.nullable(),
            fields: z.record(z.string().max(40), fieldValue.nullable()),
          })
          .partial(),
      }),
    )
    .output(wholeRequest),
  correct: post('rights.manage', '/data-requests/{requestId}/correction/apply', {
    summary: 'Apply the proposed correction, and close the request',
  })
    .input(asOne)
    .output(wholeRequest),
  makePackage: post('rights.manage', '/data-requests/{requestId}/package', {
    summary: 'Gather everything that is held of them, for them',
  })
    .input(asOne)
    .output(wholeRequest),
  packageLink: post('rights.manage', '/data-requests/{requestId}/package/link', {
    summary: 'A link to the package, for whoever has it, until it expires',
    secretAnswer: true,
  })
    .input(asOne)
    .output(z.object({ url: z.string(), expiresAt: z.date() })),
  sendPackage: post('rights.manage', '/data-requests/{requestId}/package/send', {
    summary: 'Send them the link in the chat, while they may be written to',
  })
    .input(asOne)
    .output(wholeRequest),
  previewErasure: get('rights.read', '/data-requests/{requestId}/erasure', {
    summary: 'What an erasure would take away, what would stay and why, and what stands in its way',
  })
    .input(asOne)
    .output(
      z.object({
        goes: z.array(z.object({ what: z.string(), count: z.number().int(), words: sentence })),
        stays: z.array(z.object({ what: z.string(), count: z.number().int().nullable(), words: sentence })),
        holds: z.array(hold),
      }),
    ),
  approveErasure: post('rights.manage', '/data-requests/{requestId}/erasure/approval', {
    summary: 'Approve an erasure as the first of two people',
    personOnly: true,
  })
    .input(asOne)
    .output(wholeRequest),
  erase: post('rights.manage', '/data-requests/{requestId}/erasure', {
    summary: 'Erase them. This cannot be taken back',
    personOnly: true,
  })
    .input(asOne)
    .output(wholeRequest),
  certificate: get('rights.read', '/data-requests/{requestId}/certificate', {
    summary: 'What was erased, signed',
  })
    .input(asOne)
    .output(
      z.object({
        /** To the byte what was signed. */
        certificate: z.string(),
        signature: z.string(),
        publicKey: z.string(),
        sha256: z.string(),
        /** For people, by itself. */
        html: z.object({ en: z.string(), hi: z.string() }),
      }),
    ),
};

export const legalHolds = {
  list: get('rights.read', '/legal-holds', { summary: 'Of whom nothing is erased, and why' })
    .input(z.strictObject({ contactId: id.optional() }))
    .output(z.object({ items: z.array(hold) })),
  place: post('rights.manage', '/legal-holds', {
    summary: 'Keep everything of a contact until this ends',
    successStatus: 201,
  })
    .input(
      z.strictObject({
        contactId: id,
        requestId: id.optional(),
        reason: writtenLine(300),
        /** Until it is lifted without it. */
        endsAt: z.iso.datetime({ offset: true }).nullable().default(null),
      }),
    )
    .output(hold),
  lift: remove('rights.manage', '/legal-holds/{holdId}', { summary: 'End a hold' })
    .input(z.strictObject({ holdId: id }))
    .output(nothing),
};

const settings = {
  isPageOpen: z.boolean(),
  /** Who answers questions about data: stands in every answer. */
  contactName: writtenLine(120).nullable(),
  contactAddress: writtenLine(200).nullable(),
  dueDays: z.number().int().min(1).max(90),
  warnDays: z.number().int().min(1).max(30),
  fourEyes: z.boolean(),
  backupDays: z.number().int().min(0).max(3650),
};

const shownSettings = z.object({ ...settings, pageUrl: z.string() });

export const rightsSettings = {
  get: get('rights.read', '/data-request-settings', {
    summary: 'Deadlines, the public page, and who answers',
  })
    .input(nothing)
    .output(shownSettings),
  update: patch('rights.manage', '/data-request-settings', {
    summary: 'Change them; what is not given stays',
  })
    .input(z.strictObject(settings).partial())
    .output(shownSettings),
};
