import type { BusinessNumber } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import type { JsonObject } from '../world/json.ts';
import { createFlowDesk, flowOfContent, type DeskNeighbours, type FlowDesk } from './desk.ts';
import type { PostToEndpoint } from './endpoint/exchange.ts';
import { createEndpointCalls } from './endpoint-calls.ts';
import { createFlowStore, type Flow } from './flow.ts';
import { createMinutes } from './health/minutes.ts';
import { createMonitor } from './health/monitor.ts';
import { assetEdges } from './manage/assets.ts';
import { flowEdges } from './manage/edges.ts';
import { migrationEdges } from './manage/migrate.ts';
import { defineFlowNode } from './manage/node.ts';
import { createFlowsOnPhones, type FlowsOnPhones } from './opening.ts';
import { createPickedFiles, pickedFileEdges, type PickedFiles } from './picked-files.ts';
import { publicKeyEdges } from './public-key.ts';
import { findFlow, flowForMessage, type FlowUse, type Wanted } from './sending.ts';

/** What other capabilities ask of Flows. */
export interface Flows {
  /** For sends of interactive messages and of template buttons. */
  forMessage(number: BusinessNumber, wanted: Wanted): FlowUse;
  /** For templates with a Flow button: by id or name; refuses with 131009. */
  find(wabaId: string, named: { flow_id?: string; flow_name?: string }): Flow;
  /** Refuses an interactive message whose Flow cannot be sent. */
  check(number: BusinessNumber, content: JsonObject): void;
  onPhones: FlowsOnPhones;
  pickedFiles: PickedFiles;
  /** What phones open, from the message that carried it. */
  desk(neighbours: DeskNeighbours): FlowDesk;
}

export function createFlows(emulator: Emulator, post: PostToEndpoint): Flows {
  const { world, graph } = emulator;
  const store = createFlowStore(world);
  const minutes = createMinutes(world);
  const calls = createEndpointCalls(emulator, post, store);
  const monitor = createMonitor(emulator, { store, calls, minutes });
  const pickedFiles = createPickedFiles(world);
  const onPhones = createFlowsOnPhones(emulator, { store, calls, minutes, monitor });
  defineFlowNode(emulator, store, minutes);
  graph.add(flowEdges(emulator, store, calls));
  graph.add(assetEdges(emulator, store));
  graph.add(migrationEdges(emulator, store));
  graph.add(publicKeyEdges(emulator));
  graph.add(pickedFileEdges(pickedFiles));
  return {
    forMessage: (number, wanted) => flowForMessage(emulator, store, number, wanted),
    find: (wabaId, named) => findFlow(store, wabaId, named),
    check(number, content) {
      const wanted = flowOfContent(content);
      if (wanted) flowForMessage(emulator, store, number, wanted);
    },
    onPhones,
    pickedFiles,
    desk: (neighbours) => createFlowDesk({ store, onPhones, pickedFiles }, neighbours),
  };
}
