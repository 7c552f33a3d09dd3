import { z } from 'zod';
import { get, patch, post, remove } from './procedure.ts';
import { id, line, nothing, pageInput, pageOf, sentence } from './scalars.ts';

/** What a workspace’s own field can hold. */
export const fieldKinds = ['text', 'number', 'date', 'time', 'yes_no', 'choice', 'choices', 'link'] as const;

/** How a value is kept: a date as 2026-12-31, a time of day as 17:30, several choices as a list. */
export const fieldValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type FieldValue = z.infer<typeof fieldValue>;

const choices = z.array(line(80)).max(200);

const fieldSchema = z.object({
  fieldId: id,
  /** Under which values are kept and programs ask; never changes. */
  key: z.string(),
  name: z.string(),
  kind: z.enum(fieldKinds),
  choices: z.array(z.string()),
  createdAt: z.date(),
  /** Not offered any more; values that are there stay. */
  archivedAt: z.date().nullable(),
});

export const contactFields = {
  list: get('contacts.read', '/contact-fields', {
    summary: 'The workspace’s own fields of contacts, in their order, archived ones last',
  })
    .input(nothing)
    .output(z.object({ items: z.array(fieldSchema) })),
  create: post('contacts.configure', '/contact-fields', {
    summary: 'Add a field, after those that are there',
    description: 'Without a key one is made of the name.',
  })
    .input(
      z.strictObject({
        name: line(80),
        kind: z.enum(fieldKinds),
        key: z
          .string()
          .regex(/^[a-z][a-z0-9_]{0,39}$/, 'A key is small letters, digits and _, such as ring_size')
          .optional(),
        choices: choices.optional(),
      }),
    )
    .output(fieldSchema),
  update: patch('contacts.configure', '/contact-fields/{fieldId}', {
    summary: 'Rename a field, change what may be chosen, archive it or bring it back',
    description: 'A choice that contacts have can be taken away; their values stay as they are.',
  })
    .input(
      z.strictObject({
        fieldId: id,
        name: line(80).optional(),
        choices: choices.optional(),
        archived: z.boolean().optional(),
      }),
    )
    .output(fieldSchema),
  order: post('contacts.configure', '/contact-fields/order', {
    summary: 'Put the fields in another order; those that are not named follow as they stood',
  })
    .input(z.strictObject({ fieldIds: z.array(id).min(1).max(500) }))
    .output(z.object({ items: z.array(fieldSchema) })),
};

const author = z.object({
  kind: z.enum(['user', 'key', 'system']),
  id: z.string(),
  name: z.string().nullable(),
});

const noteSchema = z.object({
  noteId: id,
  contactId: id,
  body: z.string(),
  author,
  createdAt: z.date(),
  editedAt: z.date().nullable(),
});

/** Lines and tabs are fine; what hides or reverses text is not. */
const noteBody = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .regex(/^(?:[^\p{Cc}\u202A-\u202E\u2066-\u2069]|[\n\t])*$/u, 'Control characters are not allowed');

export const contactNotes = {
  list: get('contacts.read', '/contacts/{contactId}/notes', {
    summary: 'Notes about a contact and those merged into it, newest first',
  })
    .input(z.strictObject({ ...pageInput, contactId: id }))
    .output(pageOf(noteSchema)),
  write: post('contacts.manage', '/contacts/{contactId}/notes', {
    summary: 'Write a note that only the business sees',
  })
    .input(z.strictObject({ contactId: id, body: noteBody }))
    .output(noteSchema),
  edit: patch('contacts.manage', '/contact-notes/{noteId}', { summary: 'Change a note of your own' })
    .input(z.strictObject({ noteId: id, body: noteBody }))
    .output(noteSchema),
  remove: remove('contacts.manage', '/contact-notes/{noteId}', {
    summary: 'Delete a note of your own; those who set up contacts may delete any',
  })
    .input(z.strictObject({ noteId: id }))
    .output(nothing),
};

/** What a line of the timeline is about; a filter takes any of them. */
export const timelineKinds = ['messages', 'consent', 'notes', 'details', 'identity', 'blocks'] as const;

const timelineLine = z.object({
  eventId: id,
  kind: z.enum(timelineKinds),
  /** The event that it tells. */
  type: z.string(),
  at: z.date(),
  /** Whose event it is: this contact’s, or that of one merged into it. */
  contactId: id,
  actor: author,
  /** The event’s data and what has become of it since; what is in it depends on the type. */
  data: z.record(z.string(), z.unknown()),
});

export const contactTimeline = {
  list: get('contacts.read', '/contacts/{contactId}/timeline', {
    summary: 'What happened with a contact and those merged into it, newest first',
    description:
      'A message is one line with what became of it. Lines of kinds that your role may not see are left out.',
  })
    .input(
      z.strictObject({
        ...pageInput,
        contactId: id,
        kinds: z.array(z.enum(timelineKinds)).max(20).optional(),
      }),
    )
    .output(pageOf(timelineLine)),
};

const blockedNumber = z.object({
  numberId: id,
  name: z.string(),
  phone: z.string(),
  /** Since when they are blocked on this number. */
  blockedAt: z.date().nullable(),
  /** Blocked on the phone or in another program, as far as is known. */
  elsewhere: z.boolean(),
  lastWroteAt: z.date().nullable(),
  /** WhatsApp lets a number block only who wrote to it within a day. */
  canBlockUntil: z.date().nullable(),
  /** What WhatsApp said when it refused the last try. */
  refusal: z.object({ code: z.number().nullable(), sentence, at: z.date() }).nullable(),
  /** When WhatsApp was last asked whom this number blocks. */
  checkedAt: z.date().nullable(),
});

const blocksSchema = z.object({
  blockedAt: z.date().nullable(),
  numbers: z.array(blockedNumber),
  /** WhatsApp tells nobody who blocked them. This is how much looks like it. */
  theyBlock: z.object({
    suspicion: z.enum(['none', 'possible', 'likely']),
    /** Messages in a row that WhatsApp could not deliver, since the last that it did. */
    failures: z.number().int(),
    firstFailedAt: z.date().nullable(),
    lastDeliveredAt: z.date().nullable(),
    /** They wrote after that, so they do not block. */
    wroteSince: z.boolean(),
  }),
});

const onContact = { contactId: id };
const onNumbers = {
  ...onContact,
  /** All that they talked with when left out. */
  numberIds: z.array(id).min(1).max(50).optional(),
};

export const contactBlocks = {
  get: get('contacts.read', '/contacts/{contactId}/blocks', {
    summary: 'On which numbers a contact is blocked, and whether they seem to block the business',
  })
    .input(z.strictObject(onContact))
    .output(blocksSchema),
  block: post('contacts.manage', '/contacts/{contactId}/block', {
    summary: 'Block a contact at WhatsApp, on each number that talked with them',
    description:
      'WhatsApp blocks only who wrote to the number within the last 24 hours; where it refuses, the answer says why and the rest is done.',
  })
    .input(z.strictObject(onNumbers))
    .output(blocksSchema),
  unblock: post('contacts.manage', '/contacts/{contactId}/unblock', {
    summary: 'Unblock a contact at WhatsApp, on each number that blocks them',
  })
    .input(z.strictObject(onNumbers))
    .output(blocksSchema),
};
