import { defineAccountNodes } from './accounts/nodes.ts';
import { createDirectory } from './directory/directory.ts';
import type { Emulator } from './emulator.ts';
import { Faults } from './faults/faults.ts';
import { Graph } from './graph/graph.ts';
import { Nodes } from './graph/nodes.ts';
import { Quota } from './graph/quota.ts';
import { createMessages } from './messages/create-messages.ts';
import type { Messages } from './messages/messages.ts';
import type { Neighbours } from './messages/neighbours.ts';
import type { Progress } from './messages/progress.ts';
import { createPeople, type People } from './people/people.ts';
import type { Poster } from './webhooks/post.ts';
import { Webhooks } from './webhooks/webhooks.ts';
import type { World } from './world/world.ts';

/** Everything that lives in a world. */
export interface Assembled {
  emulator: Emulator;
  people: People;
  messages: Messages;
  progress: Progress;
}

/** Joins the capabilities by hand: what each asks of the others is said here and nowhere else. */
export function assemble(world: World, poster: Poster): Assembled {
  const emulator = layGround(world, poster);
  defineAccountNodes(emulator);
  const people = createPeople(world);
  const neighbours: Neighbours = {
    useTemplate: () => ({ use: { id: '1', category: 'utility' }, held: false }),
    checkReferences: () => {},
    fetchLinks: () => null,
    mayOpenConversation: () => true,
    internationalFrom: () => undefined,
    isBlockedByBusiness: () => false,
    sendToGroup: () => ({}),
  };
  return { emulator, people, ...createMessages(emulator, people, neighbours) };
}

function layGround(world: World, poster: Poster): Emulator {
  const directory = createDirectory(world);
  const faults = new Faults(world);
  const graph = new Graph({ world, directory, nodes: new Nodes(), quota: new Quota(world, directory) });
  return { world, directory, faults, graph, webhooks: new Webhooks({ world, directory, faults, poster }) };
}
