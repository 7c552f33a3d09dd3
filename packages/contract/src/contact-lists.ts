import { z } from 'zod';
import { contactFilter, filterAttributes } from './contact-filter.ts';
import { fieldValue } from './contact-profile.ts';
import { contactSchema } from './contacts.ts';
import { get, patch, post, remove } from './procedure.ts';
import { id, line, nothing, pageInput, pageOf } from './scalars.ts';

const contactOrders = ['newest', 'name', 'changed'] as const;
export const bulkStates = ['running', 'done', 'stopped', 'undoing', 'undone'] as const;
export const tagColors = ['grey', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'] as const;

const asked = {
  /** Words, in any script, or a piece of a phone. */
  search: line(200).optional(),
  filter: contactFilter.optional(),
};

const listed = contactSchema.extend({
  /** What they agreed to and took back, by purpose; null when your role may not see it. */
  consent: z.object({ granted: z.array(z.string()), withdrawn: z.array(z.string()) }).nullable(),
});

export const contactLists = {
  list: get('contacts.read', '/contacts', {
    summary: 'Contacts, newest first; those merged into another are left out',
    description:
      'A search finds what it finds in `/contacts/find`, which takes filters and other orders too.',
  })
    .input(z.strictObject({ ...pageInput, search: asked.search }))
    .output(pageOf(listed)),
  find: post('contacts.read', '/contacts/find', {
    summary: 'Contacts that a filter and a search find, page by page',
    description:
      'Those merged into another are left out. A search finds the beginnings of all words of a name in whatever script it is written, of the user name and the e-mail, and any three digits in a row of a phone. A filter by consent or messages needs the permission to see them.',
  })
    .input(z.strictObject({ ...pageInput, ...asked, order: z.enum(contactOrders).default('newest') }))
    .output(pageOf(listed)),
  count: post('contacts.read', '/contacts/count', {
    summary: 'How many contacts a filter and a search find',
    description: 'Counted up to 10,000; `more` says that there are more than that.',
  })
    .input(z.strictObject(asked))
    .output(z.object({ count: z.number().int(), more: z.boolean() })),
  values: get('contacts.read', '/contacts/values', {
    summary: 'What contacts have as city, language, country or source, the most frequent first',
  })
    .input(z.strictObject({ name: z.enum(filterAttributes) }))
    .output(z.object({ items: z.array(z.object({ value: z.string(), count: z.number().int() })) })),
};

const tagSchema = z.object({
  tagId: id,
  name: z.string(),
  color: z.enum(tagColors),
  createdAt: z.date(),
});
const tagText = { name: line(60), color: z.enum(tagColors) };
const onTag = { tagId: id };

export const contactTags = {
  list: get('contacts.read', '/contact-tags', { summary: 'The tags of contacts, by name' })
    .input(nothing)
    .output(z.object({ items: z.array(tagSchema) })),
  counts: get('contacts.read', '/contact-tags/counts', { summary: 'How many contacts have each tag' })
    .input(nothing)
    .output(z.object({ items: z.array(z.object({ tagId: id, count: z.number().int() })) })),
  create: post('contacts.configure', '/contact-tags', { summary: 'Add a tag' })
    .input(z.strictObject({ ...tagText, color: tagText.color.default('grey') }))
    .output(tagSchema),
  update: patch('contacts.configure', '/contact-tags/{tagId}', { summary: 'Rename or recolour a tag' })
    .input(z.strictObject({ ...onTag, name: tagText.name.optional(), color: tagText.color.optional() }))
    .output(tagSchema),
  remove: remove('contacts.configure', '/contact-tags/{tagId}', {
    summary: 'Delete a tag and take it from all who have it',
  })
    .input(z.strictObject(onTag))
    .output(nothing),
  merge: post('contacts.configure', '/contact-tags/{tagId}/merge', {
    summary: 'Merge another tag into this one: whoever had that has this',
    description: 'Cannot be taken back: who had which of the two is not kept.',
  })
    .input(z.strictObject({ ...onTag, fromId: id }))
    .output(tagSchema),
};

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('add_tag'), tagId: id }),
  z.strictObject({ kind: z.literal('remove_tag'), tagId: id }),
  z.strictObject({ kind: z.literal('set_owner'), ownerId: id.nullable() }),
  z.strictObject({ kind: z.literal('set_field'), key: z.string().max(40), value: fieldValue.nullable() }),
]);

export const selection = z.union([
  z.strictObject({ contactIds: z.array(id).min(1).max(2000) }),
  /** Everybody whom these find. */
  z.strictObject({ everybody: z.strictObject(asked) }),
]);

const bulkSchema = z.object({
  bulkId: id,
  action,
  state: z.enum(bulkStates),
  /** How many were meant, have been looked at, and changed by it. */
  total: z.number().int(),
  seen: z.number().int(),
  changed: z.number().int(),
  /** Tags can be given back or taken away again, from those alone whom this changed. */
  canUndo: z.boolean(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
});

export const contactBulks = {
  start: post('contacts.manage', '/contacts/bulk', {
    summary: 'Change many contacts at once: a selection, or everybody whom a filter finds',
    description:
      'A few thousand are changed at once; more in the background, and the answer says how far it is.',
  })
    .input(z.strictObject({ selection, action }))
    .output(bulkSchema),
  get: get('contacts.read', '/contacts/bulk/{bulkId}', { summary: 'How far such a change is' })
    .input(z.strictObject({ bulkId: id }))
    .output(bulkSchema),
  stop: post('contacts.manage', '/contacts/bulk/{bulkId}/stop', {
    summary: 'Stop a change; whom it reached stays changed',
  })
    .input(z.strictObject({ bulkId: id }))
    .output(bulkSchema),
  undo: post('contacts.manage', '/contacts/bulk/{bulkId}/undo', {
    summary: 'Take back a tag that was added or removed, from those whom this changed',
  })
    .input(z.strictObject({ bulkId: id }))
    .output(bulkSchema),
};

export type BulkAction = z.infer<typeof action>;
export type BulkSelection = z.infer<typeof selection>;
