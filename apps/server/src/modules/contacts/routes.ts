import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../platform/http/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { whileFew } from '../numbers/index.ts';
import { changeBlocks } from './blocks/change-blocks.ts';
import { getBlocks } from './blocks/get-blocks.ts';
import { createContact, updateContact } from './change.ts';
import type { ContactsParts, ProfileParts } from './contacts-parts.ts';
import { createField, listFields, orderFields, updateField } from './fields/fields.ts';
import { findDoubles } from './merging/doubles.ts';
import { mergePair, previewMerge } from './merging/pair.ts';
import { undoMerge } from './merging/undo.ts';
import { editNote, listNotes, removeNote, writeNote } from './notes/notes.ts';
import { blockLines } from './timeline/block-lines.ts';
import { detailLines } from './timeline/detail-lines.ts';
import { identityLines } from './timeline/identity-lines.ts';
import { listTimeline } from './timeline/list-timeline.ts';
import { noteLines } from './timeline/note-lines.ts';
import { contactOf } from './read.ts';

export function contactsRoutes(parts: ContactsParts, profile: ProfileParts): Route[] {
  return [
    ...personRoutes(parts),
    ...fieldRoutes(),
    ...noteRoutes(),
    ...timelineRoutes(profile),
    ...blockRoutes(profile),
  ];
}

function personRoutes(parts: ContactsParts): Route[] {
  return workspaceRoutes('contacts', contract.contacts, {
    get: ({ tx, input }) => contactOf(tx, input.contactId),
    create: ({ tx, input }) => createContact(tx, parts, input),
    update: ({ tx, input }) => updateContact(tx, input),
    doubles: ({ tx, input }) => findDoubles(tx, input.contactId),
    previewMerge: ({ tx, input }) => previewMerge(tx, input),
    merge: ({ tx, input }) => mergePair(tx, parts, input),
    undoMerge: async ({ tx, input }) => contactOf(tx, (await undoMerge(tx, input.mergeId)).contactId),
  });
}

const fieldRoutes = (): Route[] =>
  workspaceRoutes('contactFields', contract.contactFields, {
    list: async ({ tx }) => ({ items: await listFields(tx) }),
    create: ({ tx, input }) => createField(tx, input),
    update: ({ tx, input }) => updateField(tx, input),
    order: async ({ tx, input }) => ({ items: await orderFields(tx, input.fieldIds) }),
  });

const noteRoutes = (): Route[] =>
  workspaceRoutes('contactNotes', contract.contactNotes, {
    list: ({ tx, input }) => listNotes(tx, input),
    write: ({ tx, input }) => writeNote(tx, input),
    edit: ({ tx, input }) => editNote(tx, input),
    remove: ({ tx, input, caller }) => removeNote(tx, { ...input, permissions: caller.permissions }),
  });

function timelineRoutes({ timeline }: ProfileParts): Route[] {
  const kinds = [...timeline, detailLines, identityLines, noteLines, blockLines];
  return workspaceRoutes('contactTimeline', contract.contactTimeline, {
    list: ({ tx, input, caller }) => listTimeline(tx, kinds, { ...input, permissions: caller.permissions }),
  });
}

function blockRoutes(profile: ProfileParts): Route[] {
  const change = (tx: Tx, input: { contactId: string; numberIds?: string[] | undefined }, blocked: boolean) =>
    whileFew((signal) => changeBlocks(tx, profile, { ...input, blocked, signal }));
  return workspaceRoutes('contactBlocks', contract.contactBlocks, {
    get: ({ tx, input }) => getBlocks(tx, profile, input.contactId),
    block: ({ tx, input }) => change(tx, input, true),
    unblock: ({ tx, input }) => change(tx, input, false),
  });
}
