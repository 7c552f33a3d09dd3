import { readFileSync } from 'node:fs';
import path from 'node:path';
import { idOfPlaceholder, type Ids } from './examples/example.ts';
import { fillPath, readAt } from './fill.ts';

/** A call that the emulator does not answer, as the public list has it. */
export interface Unsupported {
  /** As the description names it, or in its manner. */
  call: string;
  /** `100`, or `100/33` with the subcode. */
  error: string;
  why: string;
}

/** The rows of UNSUPPORTED.md that begin with a call; the others are about behaviour. */
export function readUnsupported(
  text = readFileSync(path.join(import.meta.dirname, '../UNSUPPORTED.md'), 'utf8'),
): Unsupported[] {
  return [...text.matchAll(/^\| `((?:GET|POST|DELETE) [^`]+)` +\| ([\d/]+)[^|]*\| (.+?) +\|$/gm)].map(
    ([, call = '', error = '', why = '']) => ({ call, error, why }),
  );
}

/** How the emulator answers such a call; the same as its row says, if the row is true. */
export async function probe(
  { call }: Unsupported,
  { base, token, ids, fetch }: { base: string; token: string; ids: Ids; fetch: typeof globalThis.fetch },
): Promise<string> {
  const [method = '', at = ''] = call.split(' ');
  const answer = await fetch(`${base}/v23.0${fillPath(at, { ...nobodys, ...ids }, new Set())}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(method === 'POST' && { body: '{"messaging_product":"whatsapp"}' }),
  });
  if (answer.ok) return `status ${answer.status}`;
  const body: unknown = await answer.json();
  const { code, error_subcode: subcode } = readAt(body, 'error') as { code: number; error_subcode?: number };
  return subcode === undefined ? String(code) : `${code}/${subcode}`;
}

/** What nothing in the emulator has an id of. */
const nobodys: Ids = Object.fromEntries(
  Object.values(idOfPlaceholder).map((name) => [name, '900000000000001']),
);
