import type { Business, Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { timeText } from '../times.ts';
import { numbersIn } from '../wabas/numbers-of-waba.ts';

export function defineBusinessNode({ directory, graph: { nodes } }: Emulator): void {
  nodes.define({
    kind: 'business',
    type: 'Business',
    collection: directory.businesses,
    owner: ({ id }) => ({ businessId: id }),
    defaults: ['id', 'name'],
    fields: {
      name: ({ name }) => name,
      verification_status: ({ verification }) => verification,
      whatsapp_business_manager_messaging_limit: ({ tier }) => tier,
      created_time: ({ createdAt }) => (createdAt === undefined ? undefined : timeText(createdAt)),
    },
  });
}

const access = ['business_management', 'whatsapp_business_management'] as const;

/** What belongs to a portfolio, and what its customers share with it. */
export function businessEdges({ directory, graph: { nodes } }: Emulator): Edges {
  const show = (kind: string, things: { id: string }[], call: Call, edge: string) => {
    const page = pageOf(things, call, { path: `${call.node.id}/${edge}` });
    return { ...page, data: page.data.map((one) => nodes.show(kind, one, call)) };
  };
  const accounts = (call: Call, wabas: Waba[], edge: string) => {
    const { find } = call.params;
    const found = find === undefined ? wabas : wabas.filter(({ id }) => id === find);
    return show('waba', found, call, edge);
  };
  return {
    'GET business/owned_whatsapp_business_accounts': {
      access,
      answer: (call: Call<Business>) =>
        accounts(call, directory.wabasOf(call.node.id), 'owned_whatsapp_business_accounts'),
    },
    'GET business/client_whatsapp_business_accounts': {
      access,
      answer: (call: Call<Business>) =>
        accounts(
          call,
          directory.wabas.filter(
            ({ partnerBusinessIds }) => partnerBusinessIds?.includes(call.node.id) === true,
          ),
          'client_whatsapp_business_accounts',
        ),
    },
    'GET business/phone_numbers': {
      access,
      answer(call: Call<Business>) {
        const numbers = directory.wabasOf(call.node.id).flatMap((waba) => numbersIn(directory, waba));
        return show('number', numbers, call, 'phone_numbers');
      },
    },
  };
}
