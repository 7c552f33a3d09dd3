import { actionsIn, type PlacedFlow, type PlacedScreen } from './placed.ts';
import { textOfNode, type JsonNode } from './reader.ts';
import type { Report } from './report.ts';

const mostBranches = 10;

type Graph = Map<string, Set<string>>;

/** Where the screens lead; Meta, "Error codes" (Routing Model Errors, Navigate Action Errors). */
export function checkRouting(flow: PlacedFlow, report: Report): void {
  const navigation = navigationOf(flow, report);
  if (flow.hasEndpoint) checkModel(flow, navigation, report);
  else checkNavigation(flow, navigation, report);
}

/** The ways that navigate actions take; reports those that go nowhere. */
function navigationOf({ screens }: PlacedFlow, report: Report): Graph {
  const ids = new Set(screens.map(({ id }) => id));
  const graph: Graph = new Map(screens.map(({ id }) => [id, new Set()]));
  for (const screen of screens) {
    for (const { id: target, node } of targetsOf(screen)) {
      const error = 'INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME';
      if (target === screen.id)
        report.say(error, `Same screen navigation is not allowed. Loop detected at [${target}].`, node);
      else if (!ids.has(target)) report.say(error, `Unknown screen ids found: [${target}].`, node);
      else graph.get(screen.id)?.add(target);
    }
  }
  return graph;
}

const targetsOf = ({ components }: PlacedScreen): { id: string; node: JsonNode }[] =>
  components.flatMap(({ node }) =>
    actionsIn(node).flatMap(({ name, next }) =>
      name === 'navigate' && next ? [{ id: textOfNode(next), node: next }] : [],
    ),
  );

/** Without an endpoint the routes are what the actions say. */
function checkNavigation(flow: PlacedFlow, graph: Graph, report: Report): void {
  const say = (message: string): void => report.say('INVALID_ROUTING_MODEL', message, screensNode(flow));
  for (const [id, targets] of graph) {
    if (targets.size > mostBranches) {
      say(
        `Number of branches exceeds the max limit of ${mostBranches} for screen: ${id}. Reduce navigate actions for the screen.`,
      );
    }
  }
  if (entriesOf(graph).length === 0) {
    say(
      'No entry screen found in the routing model. Add a screen that is not used as the next screen in any of the navigate actions.',
    );
    return;
  }
  const islands = unconnected(graph);
  if (islands.length === 0) return;
  const lonely = islands.filter((id) => (graph.get(id)?.size ?? 0) === 0 && !targetsIn(graph).has(id));
  const apart = islands.filter((id) => !lonely.includes(id));
  if (lonely.length > 0) {
    say(
      `Following screens are not connected to any of the screens: (${lonely.join(', ')}). A connection is formed by the navigate screen action.`,
    );
  }
  if (apart.length > 0) {
    say(
      `Following screens are not connected with the rest of the screens via navigate screen action: (${apart.join(', ')}). All screens should be connected.`,
    );
  }
}

const screensNode = ({ root }: PlacedFlow): JsonNode => root.properties?.get('screens') ?? root;

function checkModel(flow: PlacedFlow, navigation: Graph, report: Report): void {
  const node = flow.root.properties?.get('routing_model');
  if (!node) {
    const message = "The property 'routing_model' is required for property 'data_api_version'.";
    report.say(
      'MISSING_REQUIRED_PROPERTY',
      message,
      flow.root.properties?.get('data_api_version') ?? flow.root,
    );
    return;
  }
  const say = (message: string): void => report.say('INVALID_ROUTING_MODEL', message, node);
  // A Flow of one screen has no routes, and its model may be empty.
  if (node.properties?.size === 0 && flow.screens.length === 1) return;
  const graph = graphOf(node);
  if (!checkScreenIds(flow, graph, say)) return;
  checkTurns(graph, say);
  if (entriesOf(graph).length === 0) {
    say(
      'No entry screen found in the routing model. Expected a screen with no inbound edges as the entry screen.',
    );
  }
  const islands = unconnected(graph);
  if (islands.length > 0) {
    say(
      `Following screens are not connected with the rest of the screens: (${islands.join(', ')}). All screens should be connected.`,
    );
  }
  for (const [source, targets] of navigation) {
    for (const target of targets) {
      if (graph.get(source)?.has(target)) continue;
      say(
        `Missing direct route from screen '${source}' to screen '${target}' in the routing model, while it exists in the navigate screen action of screen '${source}'.`,
      );
    }
  }
}

function graphOf(node: JsonNode): Graph {
  const graph: Graph = new Map();
  for (const [source, targets] of node.properties ?? []) {
    graph.set(source, new Set((targets.items ?? []).map(textOfNode)));
  }
  for (const target of targetsIn(graph)) if (!graph.has(target)) graph.set(target, new Set());
  return graph;
}

const targetsIn = (graph: Graph): Set<string> =>
  new Set([...graph.values()].flatMap((targets) => [...targets]));

function checkScreenIds({ screens }: PlacedFlow, graph: Graph, say: (message: string) => void): boolean {
  const ids = new Set(screens.map(({ id }) => id));
  const missing = [...ids].filter((id) => !graph.has(id));
  const unknown = [...graph.keys()].filter((id) => !ids.has(id));
  if (missing.length > 0) say(`Following screens are missing in the routing model: (${missing.join(', ')}).`);
  if (unknown.length > 0) say(`Invalid screens found in the routing model: (${unknown.join(', ')}).`);
  return missing.length === 0 && unknown.length === 0;
}

function checkTurns(graph: Graph, say: (message: string) => void): void {
  for (const [source, targets] of graph) {
    if (targets.has(source)) say(`Loop detected in the routing model for screens: (${source}).`);
    if (targets.size > mostBranches)
      say(`Number of branches exceeds the max limit of ${mostBranches} for screen: ${source}.`);
    for (const target of targets) {
      if (source >= target || !graph.get(target)?.has(source)) continue;
      say(
        `Backward route [${target}->${source}] corresponding to forward route [${source}->${target}] is not allowed in the routing model. Only forward routes can be specified.`,
      );
    }
  }
  const loop = loopIn(graph);
  if (loop.length > 2) say(`Loop detected in the routing model for screens: (${loop.join(', ')}).`);
}

/** The screens that remain when those without a way on are taken away, again and again, from both ends. */
function loopIn(graph: Graph): string[] {
  const left = new Set(graph.keys());
  for (let before = -1; before !== left.size;) {
    before = left.size;
    for (const id of left) {
      const leads = [...(graph.get(id) ?? [])].some((target) => left.has(target));
      const isReached = [...left].some((source) => graph.get(source)?.has(id));
      if (!leads || !isReached) left.delete(id);
    }
  }
  return [...left];
}

function entriesOf(graph: Graph): string[] {
  const targets = targetsIn(graph);
  return [...graph.keys()].filter((id) => !targets.has(id));
}

/** The screens that no way, forward or back, joins with the first entry. */
function unconnected(graph: Graph): string[] {
  const reached = new Set<string>();
  const waiting = [entriesOf(graph)[0] ?? [...graph.keys()][0] ?? ''];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(
      ...(graph.get(id) ?? []),
      ...[...graph].flatMap(([source, targets]) => (targets.has(id) ? [source] : [])),
    );
  }
  return [...graph.keys()].filter((id) => !reached.has(id));
}
