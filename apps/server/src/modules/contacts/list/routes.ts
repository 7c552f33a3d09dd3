import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { readBulk } from '../bulk/bulk-rows.ts';
import { startBulk, stopBulk, undoBulk } from '../bulk/bulk.ts';
import { countTags, createTag, listTags, mergeTags, removeTag, updateTag } from '../tags/tags.ts';
import { attributeValues } from './attribute-values.ts';
import { countFound, findContacts, type ListParts } from './find-contacts.ts';

export const contactListRoutes = (parts: ListParts): Route[] => [
  ...workspaceRoutes('contactLists', contract.contactLists, {
    list: ({ tx, input, caller: { permissions } }) =>
      findContacts(tx, parts, { ...input, order: 'newest', permissions }),
    find: ({ tx, input, caller: { permissions } }) => findContacts(tx, parts, { ...input, permissions }),
    count: ({ tx, input, caller: { permissions } }) => countFound(tx, parts, { ...input, permissions }),
    values: async ({ tx, input }) => ({ items: await attributeValues(tx, input.name) }),
  }),
  ...workspaceRoutes('contactTags', contract.contactTags, {
    list: async ({ tx }) => ({ items: await listTags(tx) }),
    counts: async ({ tx }) => ({ items: await countTags(tx) }),
    create: ({ tx, input }) => createTag(tx, input),
    update: ({ tx, input }) => updateTag(tx, input),
    remove: async ({ tx, input }) => {
      await removeTag(tx, input.tagId);
      return {};
    },
    merge: ({ tx, input }) => mergeTags(tx, input),
  }),
  ...workspaceRoutes('contactBulks', contract.contactBulks, {
    start: ({ tx, input, caller: { permissions } }) =>
      startBulk(tx, parts.conditions, { ...input, permissions }),
    get: ({ tx, input }) => readBulk(tx, input.bulkId),
    stop: ({ tx, input }) => stopBulk(tx, input.bulkId),
    undo: ({ tx, input }) => undoBulk(tx, parts.conditions, input.bulkId),
  }),
];
