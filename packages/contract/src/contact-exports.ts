import { z } from 'zod';
import { selection } from './contact-lists.ts';
import { get, post } from './procedure.ts';
import { id, pageInput, pageOf } from './scalars.ts';

export const exportStates = ['running', 'done', 'failed', 'expired'] as const;

const exportColumns = [
  'name',
  'profileName',
  'phone',
  'email',
  'city',
  'language',
  'country',
  'owner',
  'tags',
  'source',
  'createdAt',
  'contactId',
] as const;

const exportSchema = z.object({
  exportId: id,
  state: z.enum(exportStates),
  columns: z.array(z.string()),
  total: z.number().int(),
  done: z.number().int(),
  size: z.number().nullable(),
  /** Good for a quarter of an hour, for whoever has it. Ask again for a new one. */
  link: z.string().nullable(),
  by: z.string().nullable(),
  createdAt: z.date(),
  /** When the file is deleted. */
  endsAt: z.date(),
});

export const contactExports = {
  start: post('contacts.export', '/contact-exports', {
    summary: 'Write contacts into a CSV file: a selection, or everybody whom a filter finds',
    description:
      'Written in the background; `get` has the link when it is done. Columns are those of contacts, and `fields.<key>` for own fields. A value that a spreadsheet would run as a formula has an apostrophe in front.',
  })
    .input(
      z.strictObject({
        selection,
        columns: z
          .array(z.union([z.enum(exportColumns), z.string().regex(/^fields\.[a-z][a-z0-9_]{0,39}$/)]))
          .min(1)
          .max(220),
      }),
    )
    .output(exportSchema),
  get: get('contacts.export', '/contact-exports/{exportId}', {
    summary: 'How far an export is, and its file',
  })
    .input(z.strictObject({ exportId: id }))
    .output(exportSchema),
  list: get('contacts.export', '/contact-exports', {
    summary: 'Who exported contacts, when and which columns, newest first',
  })
    .input(z.strictObject(pageInput))
    .output(pageOf(exportSchema)),
};
