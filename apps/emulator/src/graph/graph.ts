import type { IncomingHttpHeaders } from 'node:http';
import type { Directory } from '../directory/directory.ts';
import type { World } from '../world/world.ts';
import { anybody, authorise, type Caller, identify } from './access.ts';
import { type Call, type Edge, type Edges, Reply } from './call.ts';
import { refuse } from './errors.ts';
import { type Field, parseFields } from './fields.ts';
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
  found: Found | null;
}

type Found = NonNullable<ReturnType<Nodes['find']>>;

const allScopes = [
  'whatsapp_business_management',
  'whatsapp_business_messaging',
  'business_management',
] as const;

/** More parts than the path of any edge has. */
const longest = 8;

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

  /** The keys of all edges and of the reading of every kind of node: what is supported. */
  get edges(): string[] {
    const readings = this.nodes.names.map((name) => `GET ${name}`);
    return [...new Set([...this.#edges.keys(), ...readings])].sort();
  }

  add(edges: Edges): void {
    for (const [key, edge] of Object.entries(edges)) {
      if (this.#edges.has(key)) throw new Error(`The edge ${key} is defined twice.`);
      this.#edges.set(key, edge);
    }
  }

  route({ method, segments }: Asked): Route {
    const [id = '', ...path] = segments;
    const found = this.nodes.find(id);
    const places = found ? [found.kind.kind, ...path] : ['root', ...segments];
    if (places.length > longest) return this.#unsupported(method, segments, null);
    for (let open = 0; open < places.length; open++) {
      const fixed = places.slice(0, places.length - open);
      const key = `${method} ${[...fixed, ...Array<string>(open).fill('*')].join('/')}`;
      const edge = this.#edges.get(key);
      if (edge) return { key, edge, rest: places.slice(places.length - open), found };
    }
    if (found && method === 'GET' && path.length === 0) return this.#reading(found);
    return this.#unsupported(method, segments, found);
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
      fields: fieldsOf(params.fields),
    };
    const answer = await edge.answer(call);
    if (!(answer instanceof Reply)) return new Reply(answer, { headers });
    return new Reply(answer.body, { status: answer.status, headers: { ...headers, ...answer.headers } });
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
  #reading(found: Found): Route {
    const { kind } = found.kind;
    const edge: Edge = {
      access: allScopes,
      answer: (call) => this.nodes.show(kind, call.node, call),
    };
    return { key: `GET ${kind}`, edge, rest: [], found };
  }

  /** Who may not call at all, or not touch the object, hears that first. */
  #unsupported(method: string, segments: string[], found: Found | null): Route {
    const access = found && found.kind.kind !== 'app' ? allScopes : 'any';
    const edge: Edge = { access, counted: false, answer: () => refuseRoute(method, segments, found) };
    return { key: `${method} unsupported`, edge, rest: [], found };
  }
}

function fieldsOf(given: unknown): Field[] | null {
  const text = Array.isArray(given) ? given.join(',') : given;
  return typeof text === 'string' && text !== '' ? parseFields(text) : null;
}

/** Graph takes "Bearer" and, on uploads, "OAuth". */
export function bearerOf(header: string | undefined): string | undefined {
  return /^(?:Bearer|OAuth)\s+(.+)$/i.exec(header ?? '')?.[1]?.trim();
}

function mergeParams(query: Record<string, unknown>, body: Record<string, unknown>): Record<string, unknown> {
  for (const _ in query) return { ...query, ...body };
  return body;
}

function refuseRoute(method: string, segments: string[], found: Found | null): never {
  const [id = '', edge] = segments;
  const missing = `Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`;
  if (found && segments.length > 2) refuse(2500, `Unknown path components: /${segments.slice(2).join('/')}`);
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
