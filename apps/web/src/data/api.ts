import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import type { contract, Problem } from '@trikon/contract';
import { procedures } from './procedures.generated.ts';

/** A refusal of the API, in its own words. `fields` says which inputs are wrong and why. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly status: number;
  readonly fields: NonNullable<Problem['fields']>;
  readonly requestId: string;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.code = problem.code;
    this.status = problem.status;
    this.fields = problem.fields ?? [];
    this.requestId = problem.requestId;
  }
}

export type Api = JsonifiedClient<ContractRouterClient<typeof contract>>;

let currentWorkspace: string | null = null;

/** Which workspace the calls are for; set by the route that shows it. */
export function enterWorkspace(workspaceId: string | null): void {
  currentWorkspace = workspaceId;
}

const workspaceHeader = (): Record<string, string> =>
  currentWorkspace === null ? {} : { 'trikon-workspace': currentWorkspace };

/** The documented API, typed: `api.members.list({ limit: 50 })`. */
export const api = new Proxy({} as Api, {
  get: (_, noun: string) =>
    new Proxy(
      {},
      {
        get: (__, verb: string) => (input?: object, options?: CallOptions) =>
          callProcedure(`${noun}.${verb}`, input, options),
      },
    ),
});

interface CallOptions {
  signal?: AbortSignal;
}

async function callProcedure(
  name: string,
  input: object = {},
  { signal }: CallOptions = {},
): Promise<unknown> {
  const place = procedures[name];
  if (place === undefined) throw new Error(`The API has no procedure ${name}.`);
  const [method, pattern] = place;
  const rest = new Map(Object.entries(input));
  const path = pattern.replaceAll(/\{(\w+)\}/g, (_, key: string) => {
    const value = String(rest.get(key));
    rest.delete(key);
    return encodeURIComponent(value);
  });
  const own = /^(?:account|joining|setUp)\./.test(name);
  if (method === 'GET') return send(method, `/api/v1${path}${queryOf(rest)}`, { signal, own });
  return send(method, `/api/v1${path}`, { signal, own, body: Object.fromEntries(rest) });
}

function queryOf(input: Map<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [key, value] of input) {
    const each: unknown[] = Array.isArray(value) ? value : [value];
    for (const one of each) if (one !== undefined && one !== null) query.append(key, textOf(one));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** Only what stands in an address as it is: the contract has no other query parameters. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  throw new TypeError('A query parameter is a text, a number, or yes or no.');
}

interface Request {
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** About the person, not about a workspace: answered also to someone who was just removed from this one. */
  own?: boolean;
  /** The body itself, instead of one that is written as JSON. */
  file?: Blob;
}

/** A file as it is. */
export const upload = (address: string, file: Blob): Promise<unknown> => send('POST', address, { file });

/** One exchange with our own server; the session's cookie goes along by itself. */
export async function send(
  method: string,
  address: string,
  { body, signal, own = false, file }: Request = {},
): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, {
      method,
      credentials: 'same-origin',
      headers: {
        ...(own ? {} : workspaceHeader()),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(file ? { body: file } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    throw unreachable();
  }
  const text = await response.text();
  const answer: unknown = text === '' ? {} : parse(text);
  if (response.ok && answer !== undefined) return answer;
  throw isProblem(answer) ? new ApiProblem(answer) : unreachable(response.status);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'detail' in answer;

/** Nothing came back, or not from our server: a proxy's page, a cut line. */
function unreachable(status = 0): ApiProblem {
  return new ApiProblem({
    type: '/docs/api#unreachable',
    title: 'Unreachable',
    status,
    code: 'unreachable',
    detail: 'The server cannot be reached.',
    requestId: '',
  });
}
