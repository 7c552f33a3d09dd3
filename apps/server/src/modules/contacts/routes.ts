import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../platform/http/index.ts';
import { createContact, updateContact } from './change.ts';
import type { ContactsParts } from './contacts-parts.ts';
import { mergePair, previewMerge } from './merging/pair.ts';
import { undoMerge } from './merging/undo.ts';
import { contactOf, listContacts } from './read.ts';

export function contactsRoutes(parts: ContactsParts): Route[] {
  return workspaceRoutes('contacts', contract.contacts, {
    list: ({ tx, input }) => listContacts(tx, input),
    get: ({ tx, input }) => contactOf(tx, input.contactId),
    create: ({ tx, input }) => createContact(tx, parts, input),
    update: ({ tx, input }) => updateContact(tx, input),
    previewMerge: ({ tx, input }) => previewMerge(tx, input),
    merge: ({ tx, input }) => mergePair(tx, parts, input),
    undoMerge: async ({ tx, input }) => contactOf(tx, (await undoMerge(tx, input.mergeId)).contactId),
  });
}
