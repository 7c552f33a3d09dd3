import { textOfNode, type JsonNode } from './reader.ts';

/** A component with its place in the text. */
export interface Placed {
  node: JsonNode;
  type: string;
  name?: string;
  properties: Map<string, JsonNode>;
  /** The form that it is in. */
  form?: JsonNode;
  /** How many Ifs are around it. */
  depth: number;
}

export interface PlacedScreen {
  id: string;
  node: JsonNode;
  properties: Map<string, JsonNode>;
  components: Placed[];
  isTerminal: boolean;
}

/** A Flow JSON whose shape is right, ready to be asked whether it makes sense. */
export interface PlacedFlow {
  root: JsonNode;
  version: string;
  screens: PlacedScreen[];
  /** Whether an endpoint serves it. */
  hasEndpoint: boolean;
}

const none = new Map<string, JsonNode>();

export function placeFlow(root: JsonNode, version: string): PlacedFlow {
  const screens = root.properties?.get('screens')?.items ?? [];
  return {
    root,
    version,
    screens: screens.map(placeScreen),
    hasEndpoint: root.properties?.has('data_api_version') ?? false,
  };
}

function placeScreen(node: JsonNode): PlacedScreen {
  const properties = node.properties ?? none;
  return {
    id: textOfNode(properties.get('id')),
    node,
    properties,
    components: [...placeAll(childrenOf(properties.get('layout'), 'children'), undefined, 0)],
    isTerminal: properties.get('terminal')?.value === true,
  };
}

const childrenOf = (node: JsonNode | undefined, key: string): JsonNode[] =>
  node?.properties?.get(key)?.items ?? [];

function* placeAll(nodes: JsonNode[], form: JsonNode | undefined, depth: number): Generator<Placed> {
  for (const node of nodes) {
    const properties = node.properties ?? none;
    const type = textOfNode(properties.get('type'));
    const name = properties.get('name')?.value;
    yield { node, type, properties, depth, ...(typeof name === 'string' && { name }), ...(form && { form }) };
    const deeper = type === 'If' ? depth + 1 : depth;
    for (const inner of innerNodes(node)) yield* placeAll(inner, type === 'Form' ? node : form, deeper);
  }
}

/** The lists of components inside of one: children, then, else, and each case. */
export const innerNodes = (node: JsonNode): JsonNode[][] => [
  ...['children', 'then', 'else'].map((key) => childrenOf(node, key)).filter((inner) => inner.length > 0),
  ...[...(node.properties?.get('cases')?.properties?.values() ?? [])].map(({ items }) => items ?? []),
];

export interface PlacedAction {
  node: JsonNode;
  /** Which property of the component it is. */
  key: string;
  name: string;
  payload: Map<string, JsonNode>;
  payloadNode?: JsonNode;
  next?: JsonNode;
}

/** The actions of a component and those of its options, wherever they are nested. */
export function actionsIn(node: JsonNode): PlacedAction[] {
  const actions: PlacedAction[] = [];
  for (const [key, value] of node.properties ?? none) {
    if (key.endsWith('-action')) actions.push(placeAction(key, value));
    if (key === 'data-source' || key === 'list-items')
      actions.push(...(value.items ?? []).flatMap(actionsIn));
  }
  return actions;
}

function placeAction(key: string, node: JsonNode): PlacedAction {
  const payloadNode = node.properties?.get('payload');
  const next = node.properties?.get('next')?.properties?.get('name');
  return {
    node,
    key,
    name: textOfNode(node.properties?.get('name')),
    payload: payloadNode?.properties ?? none,
    ...(payloadNode && { payloadNode }),
    ...(next && { next }),
  };
}

/** Every text of a value that is not inside of an action, with its place. */
export function* textsIn(node: JsonNode): Generator<JsonNode> {
  if (node.kind === 'string') yield node;
  for (const item of node.items ?? []) yield* textsIn(item);
  for (const [key, value] of node.properties ?? none) if (!key.endsWith('-action')) yield* textsIn(value);
}
