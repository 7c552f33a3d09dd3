import type { IncomingHttpHeaders } from 'node:http';
import type { App, Scope, Token } from '../directory/records.ts';
import type { Thing } from '../world/collection.ts';
import type { Field } from './fields.ts';

/** A file of a multipart body. */
export interface UploadedFile {
  field: string;
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** A request as an edge sees it: who calls, on which node, and with what. */
export interface Call<Node extends Thing = Thing> {
  method: string;
  /** Major version of the address, such as 25. */
  version: number;
  node: Node;
  /** The parts of the path after the node that an edge leaves open with `*`. */
  rest: string[];
  /** Body and query together; of the same name, the body's. Values of forms and queries that are JSON are read. */
  params: Record<string, unknown>;
  query: Record<string, unknown>;
  headers: IncomingHttpHeaders;
  files: UploadedFile[];
  /** The body as it came, where an edge asks for it. */
  bytes: Uint8Array;
  fields: Field[] | null;
  token: Token;
  app: App;
  /** The address under which the emulator was reached, for links in answers. */
  origin: string;
}

/** An answer that is more than JSON with status 200. */
export class Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Record<string, string>;

  constructor(
    body: unknown,
    { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
  ) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

export interface Edge<Node extends Thing = Thing> {
  /** Any of these scopes opens it. `app`: only an app's own token; `any`: every valid token; `none`: open to all. */
  access: Scope | readonly Scope[] | 'app' | 'any' | 'none';
  /** Leaves the body alone: for uploads of bytes. */
  raw?: boolean;
  /** Counts against the limit of management calls of the account; true unless said otherwise. */
  counted?: boolean;
  // Edges of all kinds of nodes share one table; the kind in the edge's key says which node comes.
  answer(call: Call<Node>): unknown;
}

/**
 * `METHOD kind/edge`: `GET waba/message_templates`, `POST template`, `DELETE number/message_qrdls/*`. The kind `root`
 * stands for paths that begin with a word instead of an id: `POST root/oauth/access_token`.
 */
export type Edges = Record<string, Edge<never>>;
