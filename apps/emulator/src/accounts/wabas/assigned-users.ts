import type { Token, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { refuse } from '../../graph/errors.ts';
import { choices, requiredText } from '../reading.ts';

const tasks = [
  'MANAGE',
  'DEVELOP',
  'MANAGE_TEMPLATES',
  'MANAGE_PHONE',
  'VIEW_COST',
  'MANAGE_EXTENSIONS',
  'VIEW_PHONE_ASSETS',
  'MANAGE_PHONE_ASSETS',
  'VIEW_TEMPLATES',
  'VIEW_INSIGHTS',
  'RECEIVE_INCOMING_MESSAGES',
  'MANAGE_BILLING',
  'MANAGE_USERS',
  'MESSAGING',
  'FULL_CONTROL',
] as const;

const access = 'whatsapp_business_management';

/** System users are known by their tokens: each token is one user's. */
export function assignedUserEdges({ directory: { tokens, wabas, businesses } }: Emulator): Edges {
  const userOf = (params: Record<string, unknown>): Token =>
    tokens.get(requiredText(params, 'user')) ?? refuse(100, 'Param user is not the ID of a user.');
  return {
    'GET waba/assigned_users': {
      access,
      answer(call: Call<Waba>) {
        const businessId = requiredText(call.params, 'business');
        const assigned = (call.node.assignedUsers ?? []).flatMap(({ userId, tasks }) => {
          const user = tokens.get(userId);
          if (!user?.businessIds.includes(businessId)) return [];
          const business = businesses.get(businessId);
          return { id: user.id, name: user.name, tasks, business: { id: businessId, name: business?.name } };
        });
        const page = pageOf(assigned, call, { path: `${call.node.id}/assigned_users` });
        return { ...page, summary: { total_count: assigned.length } };
      },
    },
    'POST waba/assigned_users': {
      access,
      answer({ node, params }: Call<Waba>) {
        const { id } = userOf(params);
        const given = choices(params, 'tasks', tasks);
        if (!given?.length) refuse(100, 'The parameter tasks is required.');
        wabas.change(node.id, { assignedUsers: [...without(node, id), { userId: id, tasks: given }] });
        return { success: true };
      },
    },
    'DELETE waba/assigned_users': {
      access,
      answer({ node, params }: Call<Waba>) {
        wabas.change(node.id, { assignedUsers: without(node, userOf(params).id) });
        return { success: true };
      },
    },
  };
}

const without = ({ assignedUsers = [] }: Waba, id: string) =>
  assignedUsers.filter(({ userId }) => userId !== id);
