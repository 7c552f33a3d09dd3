import type { IncomingHttpHeaders } from 'node:http';
import type { Directory } from '../directory/directory.ts';
import type { Thing } from '../world/collection.ts';
import type { World } from '../world/world.ts';
import { anybody, authorise, type Caller, identify } from './access.ts';
import { type Call, type Edge, type Edges, Reply } from './call.ts';
import { refuse } from './errors.ts';
import { parseFields } from './fields.ts';
import type { Nodes } from './nodes.ts';
import type { Quota } from './quota.ts';
import type { Body } from './read-body.ts';

/** A request before it is known what it asks for. */
export interface Asked {
  method: string;
  /** Path without version, in its parts. */
  segments: string[];
  version: number;
  query: Record<string, unknown>;
  headers: IncomingHttpHeaders;
  origin: string;
}

/** A request whose node and edge are found, before its body is read and its caller known. */
export interface Route {
  key: string;
  edge: Edge;
  rest: string[];
  found: ReturnType<Nodes['find']>;
}

/** All that Graph can be asked: edges on kinds of nodes, and the reading of every node by its id. */
export class Graph {
  readonly nodes: Nodes;
  readonly #edges = new Map<string, Edge>();
  readonly #world: World;
  readonly #directory: Directory;
  readonly #quota: Quota;

  constructor({
    world,
    directory,
    nodes,
    quota,
  }: {
    world: World;
    directory: Directory;
    nodes: Nodes;
    quota: Quota;
  }) {
    this.#world = world;
    this.#directory = directory;
    this.#quota = quota;
    this.nodes = nodes;
  }

  /** The keys of all edges, for the list of what is supported. */
  get edges(): string[] {
    return [...this.#edges.keys()].sort();
  }

  add(edges: Edges): void {
    for (const [key, edge] of Object.entries(edges)) {
      if (this.#edges.has(key)) throw new Error(`The edge ${key} is defined twice.`);
      this.#edges.set(key, edge as Edge);
    }
  }

  route({ method, segments }: Asked): Route {
    const [id = '', ...path] = segments;
    const found = this.nodes.find(id);
    const places = found ? [found.kind.kind, ...path] : ['root', ...segments];
    for (let open = 0; open < places.length; open++) {
      const fixed = places.slice(0, places.length - open);
      const key = `${method} ${[...fixed, ...Array<string>(open).fill('*')].join('/')}`;
      const edge = this.#edges.get(key);
      if (edge) return { key, edge, rest: places.slice(places.length - open), found };
    }
    if (found && method === 'GET' && path.length === 0) return this.#reading(found);
    // Who may not call at all hears that first.
    const edge: Edge = { access: 'any', answer: () => refuseRoute(method, segments, found) };
    return { key: `${method} unsupported`, edge, rest: [], found };
  }

  async answer(asked: Asked, { edge, rest, found, key }: Route, body: Body): Promise<Reply> {
    const params = mergeParams(asked.query, body.params);
    const caller = this.#identify(asked, edge, params);
    authorise(caller, edge, found, this.#directory);
    const headers =
      edge.counted === false ? {} : this.#quota.count(caller.app.id, found?.kind.owner(found.node), key);
    const call: Call = {
      ...asked,
      ...caller,
      // Without a node there is nothing to read; edges of the root do not look at it.
      node: found?.node ?? { id: '' },
      rest,
      params,
      files: body.files,
      bytes: body.bytes,
      fields: typeof params.fields === 'string' && params.fields !== '' ? parseFields(params.fields) : null,
    };
    const answer = await edge.answer(call as Call<never>);
    if (answer instanceof Reply) return answer;
    return new Reply(answer, { headers });
  }

  #identify(asked: Asked, edge: Edge, params: Record<string, unknown>): Caller {
    if (edge.access === 'none') return anybody();
    const given = bearerOf(asked.headers.authorization) ?? params.access_token;
    return identify(
      this.#directory,
      typeof given === 'string' ? given : undefined,
      params.appsecret_proof,
      this.#world.clock.now(),
    );
  }

  /** Every node can be read by its id; which scope that takes is the only difference. */
  #reading(found: { node: Thing; kind: { kind: string } }): Route {
    const { kind } = found.kind;
    const edge: Edge = {
      access:
        kind === 'media'
          ? 'whatsapp_business_messaging'
          : ['whatsapp_business_management', 'whatsapp_business_messaging', 'business_management'],
      answer: (call) => this.nodes.show(kind, call.node, call),
    };
    return { key: `GET ${kind}`, edge, rest: [], found: this.nodes.find(found.node.id) };
  }
}

/** Graph takes "Bearer" and, on uploads, "OAuth". */
function bearerOf(header: string | undefined): string | undefined {
  return /^(?:Bearer|OAuth)\s+(.+)$/i.exec(header ?? '')?.[1]?.trim();
}

function mergeParams(query: Record<string, unknown>, body: Record<string, unknown>): Record<string, unknown> {
  for (const _ in query) return { ...query, ...body };
  return body;
}

function refuseRoute(method: string, segments: string[], found: ReturnType<Nodes['find']>): never {
  const [id = '', edge] = segments;
  const missing = `Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`;
  if (found && method === 'GET' && edge !== undefined) {
    refuse(100, `Tried accessing nonexistent field (${edge}) on node type (${found.kind.type})`);
  }
  if (found || /^\d+$/.test(id)) {
    refuse(100, `Unsupported ${method.toLowerCase()} request. ${missing}`, {
      subcode: 33,
      type: 'GraphMethodException',
    });
  }
  return refuse(2500, `Unknown path components: /${segments.join('/')}`);
}
