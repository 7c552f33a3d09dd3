import type { Token, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';

/** Users are known by their tokens; nothing of the token itself can be read. */
export function defineUserNode({ directory, graph: { nodes } }: Emulator): void {
  nodes.define({
    kind: 'user',
    type: 'User',
    collection: directory.tokens,
    owner: ({ businessIds }) => ({ businessId: businessIds[0] ?? '' }),
    defaults: ['name', 'id'],
    fields: {
      name: ({ name }) => name,
      client_business_id: ({ kind, businessIds }) =>
        kind === 'business_integration' ? businessIds[0] : undefined,
    },
  });
}

/** Who calls, and what is theirs. */
export function meEdges({ directory, graph: { nodes } }: Emulator): Edges {
  const wabasOf = ({ wabaIds, businessIds }: Token): Waba[] =>
    wabaIds.length > 0
      ? wabaIds.flatMap((id) => directory.wabas.get(id) ?? [])
      : businessIds.flatMap((id) => directory.wabasOf(id));
  const list = (kind: string, things: { id: string }[], call: Call, path: string) => {
    const page = pageOf(things, call, { path });
    return { ...page, data: page.data.map((one) => nodes.show(kind, one, call)) };
  };
  return {
    'GET root/me': {
      access: 'any',
      answer: (call: Call) =>
        call.token.kind === 'app' ? nodes.show('app', call.app, call) : nodes.show('user', call.token, call),
    },
    'GET root/me/businesses': {
      access: 'business_management',
      answer(call: Call) {
        const all = call.token.businessIds.flatMap((id) => directory.businesses.get(id) ?? []);
        return list('business', all, call, 'me/businesses');
      },
    },
    'GET user/assigned_whatsapp_business_accounts': {
      access: 'whatsapp_business_management',
      answer: (call: Call<Token>) =>
        list('waba', wabasOf(call.node), call, `${call.node.id}/assigned_whatsapp_business_accounts`),
    },
  };
}
