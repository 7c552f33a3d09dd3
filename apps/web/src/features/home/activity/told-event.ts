import type { LiveEvent } from '../../../data/stream.ts';

/** What people did, and what changed at Meta. Customers' messages and who signed in have pages of their own. */
export const toldTypes = [
  'workspace.created',
  'workspace.updated',
  'member.joined',
  'member.role_changed',
  'member.renamed',
  'member.removed',
  'member.invited',
  'invitation.withdrawn',
  'role.created',
  'role.updated',
  'role.removed',
  'api_key.created',
  'api_key.revoked',
  'sign_on.changed',
  'account.connected',
  'account.changed',
  'account.disconnected',
  'number.connected',
  'number.changed',
  'number.disconnected',
  'app.secret_changed',
  'token.expiring',
] as const;

export type ToldEvent = Extract<LiveEvent, { type: (typeof toldTypes)[number] }>;

const told = new Set<string>(toldTypes);

export const isTold = (event: LiveEvent): event is ToldEvent => told.has(event.type);
