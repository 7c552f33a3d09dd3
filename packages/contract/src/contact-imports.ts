import { z } from 'zod';
import { get, post } from './procedure.ts';
import { id, line, nothing, pageInput, pageOf, writtenText } from './scalars.ts';

export const importStates = [
  'draft',
  'checking',
  'checked',
  'running',
  'done',
  'stopped',
  'failed',
  'undoing',
  'undone',
] as const;

/** Why a row is not taken. */
export const importProblems = [
  'no_phone',
  'phone_no_number',
  'phone_rounded',
  'email_wrong',
  'name_too_long',
  'city_too_long',
  'language_unknown',
  'owner_unknown',
  'field_wrong',
  'consent_unclear',
  'no_key',
  'several_have_key',
  'other_phone',
  'unreadable_text',
  'too_many_cells',
  'twice_in_file',
] as const;

/** Why a file is not read at all, or not to its end. */
const importFailures = [
  'empty',
  'binary',
  'old_excel',
  'damaged',
  'protected',
  'unpacks_too_large',
  'too_many_texts',
  'no_sheet',
  'too_many_columns',
  'too_many_rows',
  'row_too_long',
  'open_quote',
  'file_gone',
] as const;

const purpose = z.string().regex(/^(service|orders|promotions)(\.[a-z][a-z0-9_]{0,39})?$/);
const fieldKey = z.string().max(40);

const target = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['phone', 'name', 'email', 'city', 'language', 'tags', 'owner']),
  }),
  z.strictObject({ kind: z.literal('field'), key: fieldKey }),
  z.strictObject({ kind: z.literal('consent'), purpose }),
]);

const plan = z.strictObject({
  /** What each column of the file is, in their order; null leaves it out. */
  columns: z.array(target.nullable()).max(500),
  /** Whether the first row says what the columns are. */
  header: z.boolean(),
  /** By what somebody who is there already is recognised. */
  key: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('phone') }),
    z.strictObject({ kind: z.literal('email') }),
    z.strictObject({ kind: z.literal('field'), key: fieldKey }),
  ]),
  /** What happens to somebody who is there already. */
  policy: z.enum(['fill', 'overwrite', 'skip']),
  /** Given to everybody in the file. */
  tagIds: z.array(id).max(20),
  /** How phones without a country code are read. */
  country: z.string().regex(/^[A-Z]{2}$/, 'A country is two capital letters, such as IN'),
  /** The exact words to which those with a yes agreed. */
  wording: writtenText(2000).nullable(),
});

const counts = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  /** Rows that are not taken, by reason. */
  problems: z.partialRecord(z.enum(importProblems), z.number().int()),
  /** Entries of consent that were recorded, and yeses that were not, since the person had said no before. */
  consents: z.number().int(),
  consentsHeld: z.number().int(),
  /** Of an import that is taken back: deleted, changed back, and left because somebody used them since. */
  deleted: z.number().int(),
  restored: z.number().int(),
  kept: z.number().int(),
});

const shape = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  delimiter: z.string(),
  /** The first rows as they are, the header among them. */
  rows: z.array(z.array(z.string())),
  header: z.boolean(),
  /** Names that more than one column has. */
  twice: z.array(z.string()),
});

const importSchema = z.object({
  importId: id,
  fileName: z.string(),
  size: z.number(),
  state: z.enum(importStates),
  failure: z.enum(importFailures).nullable(),
  shape,
  /** What was chosen; before that, what the header suggests or what was chosen for the same header last. */
  plan,
  /** Whether the plan is that of an earlier file with the same header. */
  remembered: z.boolean(),
  seen: z.number().int(),
  /** How many rows there are; null until all were looked at once. */
  total: z.number().int().nullable(),
  counts,
  /** A file of the rows that are not taken, with reasons; good for a quarter of an hour. */
  problemsLink: z.string().nullable(),
  canUndo: z.boolean(),
  by: z.string().nullable(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
});

const onImport = z.strictObject({ importId: id });

/** Files are uploaded by `POST /contact-imports?fileName=` with the bytes as the body, which no procedure takes. */
export const contactImports = {
  list: get('contacts.import', '/contact-imports', { summary: 'Imports of contacts, newest first' })
    .input(z.strictObject(pageInput))
    .output(pageOf(importSchema.omit({ shape: true, plan: true, problemsLink: true, remembered: true }))),
  get: get('contacts.import', '/contact-imports/{importId}', {
    summary: 'An import: its file, what its columns are, and how far it is',
  })
    .input(onImport)
    .output(importSchema),
  check: post('contacts.import', '/contact-imports/{importId}/check', {
    summary: 'Say what the columns are, and count what importing them would do; changes no contact',
    description: 'Columns of consent need the permission consent.manage and the words people agreed to.',
  })
    .input(onImport.extend({ plan }))
    .output(importSchema),
  start: post('contacts.import', '/contact-imports/{importId}/start', {
    summary: 'Import what was checked',
  })
    .input(onImport)
    .output(importSchema),
  stop: post('contacts.import', '/contact-imports/{importId}/stop', {
    summary: 'Stop an import; what is in stays, and can be taken back',
  })
    .input(onImport)
    .output(importSchema),
  undo: post('contacts.import', '/contact-imports/{importId}/undo', {
    summary: 'Take an import back',
    description:
      'Contacts that it created are deleted unless something happened to them since; what it changed is changed back where it is still as the import wrote it; consent that it recorded is withdrawn.',
  })
    .input(onImport)
    .output(importSchema),
  discard: post('contacts.import', '/contact-imports/{importId}/discard', {
    summary: 'Forget a file that was not imported',
  })
    .input(onImport)
    .output(nothing),
};

export type ImportPlan = z.infer<typeof plan>;
export type ImportTarget = z.infer<typeof target>;
export type ImportCounts = z.infer<typeof counts>;
export type ImportShape = z.infer<typeof shape>;
export type ImportProblem = (typeof importProblems)[number];
export type ImportFailure = (typeof importFailures)[number];
export const importFileName = line(200);
