import { contract } from '@trikon/contract';
import { personRoutes, publicRoutes, workspaceRoutes, type Route } from '../../platform/http/index.ts';
import { createWorkspace, getAccount, updateAccount } from './account.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { createRole, listRoles, removeRole, updateRole } from './custom-roles.ts';
import {
  invite,
  listInvitations,
  renewInvitation,
  withdrawInvitation,
  type Delivery,
} from './invitations.ts';
import { acceptInvitation, joinAsNewPerson, previewInvitation } from './joining.ts';
import { changeRole, leaveWorkspace, listMembers, removeMember } from './members.ts';
import { listSavedViews, removeView, saveView } from './saved-views.ts';
import { endOtherSessions, endSession, listSessions } from './sessions.ts';
import { completeSetUp, needsSetUp } from './set-up.ts';
import {
  connectProvider,
  disconnectProvider,
  listProviders,
  type SignOnOptions,
} from './sign-on-providers.ts';
import { getWorkspace, updateWorkspace } from './workspace.ts';

export interface WorkspaceRouteOptions {
  delivery: Delivery;
  /** What the first person has to type; printed where the program was started. */
  setUpCode: string;
  /** Called when a session was ended by its person, so that it ends at once. */
  forget: () => void;
  signOn: SignOnOptions;
}

export function workspacesRoutes({ delivery, setUpCode, signOn, forget }: WorkspaceRouteOptions): Route[] {
  return [
    ...publicRoutes('setUp', contract.setUp, {
      status: async ({ db }) => ({ needed: await needsSetUp(db) }),
      complete: ({ db, input }) => completeSetUp(db, input, setUpCode),
    }),
    ...publicRoutes('joining', contract.joining, {
      preview: ({ db, input }) => previewInvitation(db, input.token),
      join: ({ db, input }) => joinAsNewPerson(db, input),
    }),
    ...personRoutes('account', contract.account, {
      get: ({ db, caller }) => getAccount(db, caller),
      update: ({ db, caller, input }) => updateAccount(db, caller, input),
      createWorkspace: ({ db, caller, input }) => createWorkspace(db, caller, input),
      listSessions: ({ db, caller }) => listSessions(db, caller),
      endSession: async ({ db, caller, input }) => {
        const ended = await endSession(db, caller, input.sessionId);
        forget();
        return ended;
      },
      endOtherSessions: async ({ db, caller }) => {
        const ended = await endOtherSessions(db, caller);
        forget();
        return ended;
      },
      acceptInvitation: ({ db, caller, input }) => acceptInvitation(db, caller, input.token),
    }),
    ...workspaceRoutes('workspaces', contract.workspaces, {
      get: ({ tx }) => getWorkspace(tx),
      update: ({ tx, input }) => updateWorkspace(tx, input),
    }),
    ...workspaceRoutes('members', contract.members, {
      list: ({ tx, input }) => listMembers(tx, input),
      changeRole: ({ tx, input, caller }) => changeRole(tx, input, caller),
      remove: ({ tx, input, caller }) => removeMember(tx, input.userId, caller),
      leave: ({ tx, caller }) => leaveWorkspace(tx, caller.id),
    }),
    ...workspaceRoutes('invitations', contract.invitations, {
      list: ({ tx, input }) => listInvitations(tx, input),
      create: ({ tx, input, caller }) => invite(tx, input, caller, delivery),
      renew: ({ tx, input, caller }) => renewInvitation(tx, input.invitationId, caller, delivery),
      withdraw: ({ tx, input }) => withdrawInvitation(tx, input.invitationId),
    }),
    ...workspaceRoutes('roles', contract.roles, {
      list: ({ tx, input }) => listRoles(tx, input),
      create: ({ tx, input, caller }) => createRole(tx, input, caller),
      update: ({ tx, input, caller }) => updateRole(tx, input, caller),
      remove: ({ tx, input }) => removeRole(tx, input.roleId),
    }),
    ...workspaceRoutes('apiKeys', contract.apiKeys, {
      list: ({ tx, input }) => listApiKeys(tx, input),
      create: ({ tx, input, caller }) => createApiKey(tx, input, caller),
      revoke: ({ tx, input }) => revokeApiKey(tx, input.keyId),
    }),
    ...workspaceRoutes('signOn', contract.signOn, {
      list: (call) => listProviders(call, signOn),
      connect: (call) => connectProvider(call, call.input, signOn),
      disconnect: (call) => disconnectProvider(call, call.input.providerId, signOn),
    }),
    ...workspaceRoutes('savedViews', contract.savedViews, {
      list: ({ tx, input, caller }) => listSavedViews(tx, input.screen, caller),
      save: ({ tx, input, caller }) => saveView(tx, input, caller),
      remove: ({ tx, input, caller }) => removeView(tx, input.viewId, caller),
    }),
  ];
}
