import type { Deviation } from './check.ts';
import { findAccepted, type Accepted } from './deviations.ts';
import type { Example, Ids } from './examples/example.ts';
import { fill, fillPath, readAt } from './fill.ts';
import type { Spec } from './spec.ts';

/** A running emulator. */
export interface Target {
  /** `http://127.0.0.1:4200` */
  base: string;
  token: string;
  ids: Ids;
  fetch: typeof globalThis.fetch;
  /** Lets time pass before each call: reviews and requests take their moments. */
  wait?(): Promise<void>;
}

export interface Outcome {
  example: Example;
  /** Why the call was not made. */
  missing?: string[];
  unlisted: Deviation[];
  listed: { deviation: Deviation; entry: Accepted }[];
}

/** Makes the calls one after the other: ids that one answers serve the next. */
export async function conform(spec: Spec, examples: readonly Example[], target: Target): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const ids = { ...target.ids };
  for (const example of examples) {
    const missing = new Set<string>();
    await target.wait?.();
    const request = prepare(example, { ...ids, ...renamed(example, ids) }, missing);
    if (missing.size > 0) {
      outcomes.push({ example, missing: [...missing], unlisted: [], listed: [] });
      continue;
    }
    const { status, body } = await call(target, request);
    const deviations = judge(spec, example, status, body);
    outcomes.push({ example, ...sortOut(example.call, deviations) });
    Object.assign(ids, kept(example, body));
  }
  return outcomes;
}

/** `{ number: 'newNumber' }`: what the path calls a number is, this once, the new one. */
const renamed = ({ on = {} }: Example, ids: Ids): Ids =>
  Object.fromEntries(Object.entries(on).map(([name, other]) => [name, ids[other]]));

function sortOut(name: string, deviations: readonly Deviation[]): Pick<Outcome, 'unlisted' | 'listed'> {
  const found = deviations.map((deviation) => ({ deviation, entry: findAccepted(name, deviation) }));
  return {
    unlisted: found.filter(({ entry }) => !entry).map(({ deviation }) => deviation),
    listed: found.flatMap(({ deviation, entry }) => (entry ? { deviation, entry } : [])),
  };
}

interface Request {
  method: string;
  /** In place of the usual one. */
  token?: string;
  address: string;
  headers: Record<string, string>;
  body?: string | FormData;
}

function prepare(example: Example, ids: Ids, missing: Set<string>): Request {
  const [method = '', path = ''] = example.call.split(' ');
  const query = new URLSearchParams(fill(example.query ?? {}, ids, missing));
  const address = `${fillPath(path, ids, missing)}${query.size > 0 ? `?${query.toString()}` : ''}`;
  const request = { method, address, ...(example.asApp && { token: fill('{appToken}', ids, missing) }) };
  if (example.form) return { ...request, headers: {}, body: toForm(fill(example.form, ids, missing)) };
  if (!example.body) return { ...request, headers: {} };
  const body = JSON.stringify(fill(example.body, ids, missing));
  return { ...request, headers: { 'content-type': 'application/json' }, body };
}

function toForm(fields: NonNullable<Example['form']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([Buffer.from(value.text, 'latin1')], { type: value.type }), value.name);
  }
  return form;
}

async function call({ base, token, fetch }: Target, { method, address, headers, body, ...own }: Request) {
  // Media lie at addresses of their own.
  const url = /^https?:/.test(address) ? address : `${base}/v23.0${address}`;
  const answer = await fetch(url, {
    method,
    body,
    headers: { ...headers, authorization: `Bearer ${own.token ?? token}` },
  });
  const isJson = answer.headers.get('content-type')?.includes('json');
  const bytes = await answer.text();
  return { status: answer.status, body: isJson ? (JSON.parse(bytes) as unknown) : bytes };
}

function judge(spec: Spec, example: Example, status: number, body: unknown): Deviation[] {
  const [method = '', path = ''] = example.call.split(' ');
  const expected = example.status ?? 200;
  const wrong: Deviation[] =
    status === expected
      ? []
      : [
          {
            at: '',
            rule: 'status',
            what: `answered ${status}, not ${expected}: ${JSON.stringify(body).slice(0, 200)}`,
          },
        ];
  return [...wrong, ...spec.checkAnswer(method, path, status, body)];
}

const kept = ({ keep = {} }: Example, body: unknown): Ids =>
  Object.fromEntries(
    Object.entries(keep).flatMap(([name, at]) => {
      const value = readAt(body, at);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
