import type { Directory } from '../../directory/directory.ts';
import type { Business } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import type { Thing } from '../../world/collection.ts';
import { showField, showPage } from '../edge-field.ts';
import { timeText } from '../times.ts';
import { timezoneId } from '../wabas/timezone-ids.ts';
import { numbersIn } from '../wabas/numbers-of-waba.ts';

interface Assets {
  kind: 'waba' | 'number';
  of: (directory: Directory, business: Business) => Thing[];
}

/** What belongs to a portfolio, and what its customers share with it: edges that can be read as fields too. */
const assets: Record<string, Assets> = {
  owned_whatsapp_business_accounts: {
    kind: 'waba',
    of: (directory, { id }) => directory.wabasOf(id),
  },
  client_whatsapp_business_accounts: {
    kind: 'waba',
    of: ({ wabas }, { id }) =>
      wabas.filter(({ partnerBusinessIds }) => partnerBusinessIds?.includes(id) === true),
  },
  phone_numbers: {
    kind: 'number',
    of: (directory, { id }) => directory.wabasOf(id).flatMap((waba) => numbersIn(directory, waba)),
  },
};

export function defineBusinessNode(emulator: Emulator): void {
  const { directory, graph } = emulator;
  graph.nodes.define({
    kind: 'business',
    type: 'Business',
    collection: directory.businesses,
    owner: ({ id }) => ({ businessId: id }),
    defaults: ['id', 'name'],
    fields: {
      name: ({ name }) => name,
      timezone_id: ({ id }) => timezoneOfFirst(directory, id),
      verification_status: ({ verification }) => verification,
      whatsapp_business_manager_messaging_limit: ({ tier }) => tier,
      created_time: ({ createdAt }) => (createdAt === undefined ? undefined : timeText(createdAt)),
    },
  });
  for (const [name, { kind, of }] of Object.entries(assets)) {
    graph.nodes.addFields<Business>('business', {
      [name]: (business, field, call) =>
        showField(emulator, call, field, {
          kind,
          things: of(directory, business),
          path: `${business.id}/${name}`,
        }),
    });
  }
}

/** Portfolios have no time zone of their own in this world. */
function timezoneOfFirst(directory: Directory, businessId: string): number | undefined {
  const id = timezoneId(directory.wabasOf(businessId)[0]?.timezone ?? '');
  return id === undefined ? undefined : Number(id);
}

export function businessEdges(emulator: Emulator): Edges {
  const edges = Object.entries(assets).map(([name, { kind, of }]): [string, Edges[string]] => [
    `GET business/${name}`,
    {
      access: ['business_management', 'whatsapp_business_management'],
      answer(call: Call<Business>) {
        const { find } = call.params;
        const all = of(emulator.directory, call.node);
        const things = find === undefined ? all : all.filter(({ id }) => id === find);
        return showPage(emulator, call, { kind, things, path: `${call.node.id}/${name}` });
      },
    },
  ]);
  return Object.fromEntries(edges);
}
