import type { Token, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { showField, showPage } from '../edge-field.ts';

/** Users are known by their tokens; nothing of the token itself can be read. */
export function defineUserNode(emulator: Emulator): void {
  const { directory, graph } = emulator;
  graph.nodes.define({
    kind: 'user',
    type: 'User',
    collection: directory.tokens,
    owner: ({ businessIds }) => ({ businessId: businessIds[0] ?? '' }),
    defaults: ['name', 'id'],
    fields: {
      name: ({ name }) => name,
      businesses: ({ businessIds }, field, call) =>
        showField(emulator, call, field, {
          kind: 'business',
          things: businessIds.flatMap((id) => directory.businesses.get(id) ?? []),
          path: 'me/businesses',
        }),
      client_business_id: ({ kind, businessIds }) =>
        kind === 'business_integration' ? businessIds[0] : undefined,
    },
  });
}

/** Who calls, and what is theirs. */
export function meEdges(emulator: Emulator): Edges {
  const { directory, graph } = emulator;
  const { nodes } = graph;
  const wabasOf = ({ wabaIds, businessIds }: Token): Waba[] =>
    wabaIds.length > 0
      ? wabaIds.flatMap((id) => directory.wabas.get(id) ?? [])
      : businessIds.flatMap((id) => directory.wabasOf(id));
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
        return showPage(emulator, call, { kind: 'business', things: all, path: 'me/businesses' });
      },
    },
    'GET user/assigned_whatsapp_business_accounts': {
      access: 'whatsapp_business_management',
      answer: (call: Call<Token>) =>
        showPage(emulator, call, {
          kind: 'waba',
          things: wabasOf(call.node),
          path: `${call.node.id}/assigned_whatsapp_business_accounts`,
        }),
    },
  };
}
