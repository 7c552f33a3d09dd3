import type { Directory } from './directory/directory.ts';
import type { Faults } from './faults/faults.ts';
import type { Graph } from './graph/graph.ts';
import type { Webhooks } from './webhooks/webhooks.ts';
import type { World } from './world/world.ts';

/** What every capability stands on. */
export interface Emulator {
  world: World;
  directory: Directory;
  graph: Graph;
  webhooks: Webhooks;
  faults: Faults;
}
