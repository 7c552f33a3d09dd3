import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { createList, listSuppressions, removeList, updateList } from './lists.ts';
import { addMembers, listMembers, removeMember, suppressionsOf } from './members.ts';

export function suppressionRoutes(): Route[] {
  return workspaceRoutes('suppression', contract.suppression, {
    list: ({ tx }) => listSuppressions(tx),
    create: ({ tx, input }) => createList(tx, input),
    update: ({ tx, input: { listId, ...changes } }) => updateList(tx, listId, changes),
    remove: ({ tx, input }) => removeList(tx, input.listId),
    members: ({ tx, input }) => listMembers(tx, input),
    add: ({ tx, input }) => addMembers(tx, input),
    removeMember: ({ tx, input }) => removeMember(tx, input),
    ofContact: ({ tx, input }) => suppressionsOf(tx, input.contactId),
  });
}
