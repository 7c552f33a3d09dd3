import type { Directory } from '../../directory/directory.ts';
import type { App, Business } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { showPage } from '../edge-field.ts';

export function defineAppNode({ directory, graph: { nodes } }: Emulator): void {
  nodes.define({
    kind: 'app',
    type: 'Application',
    collection: directory.apps,
    owner: ({ id }) => ({ appId: id }),
    defaults: ['category', 'link', 'name', 'id'],
    fields: {
      name: ({ name }) => name,
      category: () => 'Business and pages',
      link: ({ id }) => `https://www.facebook.com/games/?app_id=${id}`,
    },
  });
}

/** `app` and an app's own ID mean the same to its token. */
export const appEdges = (emulator: Emulator): Edges => ({
  'GET root/app': {
    access: 'any',
    answer: (call: Call) => emulator.graph.nodes.show('app', call.app, call),
  },
  'GET app': {
    access: 'any',
    answer: (call: Call<App>) => emulator.graph.nodes.show('app', call.node, call),
  },
  'GET app/connected_client_businesses': {
    access: 'app',
    answer: (call: Call<App>) =>
      showPage(emulator, call, {
        kind: 'business',
        things: clientsOf(emulator.directory, call.node),
        path: `${call.node.id}/connected_client_businesses`,
      }),
  },
});

/** Portfolios that share an account with the maker of the app. */
function clientsOf({ wabas, businesses }: Directory, { businessId }: App): Business[] {
  if (businessId === undefined) return [];
  const shared = wabas.filter(({ partnerBusinessIds }) => partnerBusinessIds?.includes(businessId) === true);
  return [...new Set(shared.map((waba) => waba.businessId))].flatMap((id) => businesses.get(id) ?? []);
}
