import type { App } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';

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
export const appEdges = ({ graph: { nodes } }: Emulator): Edges => ({
  'GET root/app': { access: 'any', answer: (call: Call) => nodes.show('app', call.app, call) },
  'GET app': { access: 'any', answer: (call: Call<App>) => nodes.show('app', call.node, call) },
});
