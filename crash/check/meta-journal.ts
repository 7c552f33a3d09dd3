import { readdirSync } from 'node:fs';
import path from 'node:path';
import { readLines } from '../journal.ts';

/** A line of the emulator's journal, as far as it is looked at. */
interface MetaLine {
  at: number;
  kind: string;
  edge?: string | null;
  path?: string;
  status?: number;
  body?: unknown;
  answer?: { messages?: { id: string }[]; error?: { code: number } };
  faults?: string[];
  point?: string;
}

/** An attempt to send, as it came to Meta. */
export interface Arrival {
  at: number;
  phoneNumberId: string;
  to: string;
  messageId: string | null;
  template: string | null;
  /** Meta's id for it; null when Meta did not take it. */
  wamid: string | null;
  code: number | null;
}

export interface MetaEvidence {
  arrivals: Arrival[];
  /** Of which the program was told something, and said that it had heard. */
  told: Set<string>;
  /** When a fault struck. */
  strikes: number[];
}

export async function readMeta(folder: string): Promise<MetaEvidence> {
  const evidence: MetaEvidence = { arrivals: [], told: new Set(), strikes: [] };
  for (const name of readdirSync(folder).sort())
    for await (const line of readLines<MetaLine>(path.join(folder, name))) {
      if (line.kind === 'fault') evidence.strikes.push(line.at);
      if (line.kind === 'request' && line.edge === 'POST number/messages') {
        const arrival = arrivalOf(line);
        if (arrival) evidence.arrivals.push(arrival);
      }
      if (line.kind === 'webhook' && line.status === 200)
        for (const [, wamid] of JSON.stringify(line.body ?? {}).matchAll(/"id":"(wamid\.[^"]+)"/g))
          evidence.told.add(wamid!);
    }
  return evidence;
}

interface SendBody {
  to?: string;
  recipient?: string;
  biz_opaque_callback_data?: string;
  template?: { name: string };
}

function arrivalOf({ at, path: address = '', body, answer }: MetaLine): Arrival | null {
  const { to, recipient, biz_opaque_callback_data: reference, template } = (body ?? {}) as SendBody;
  // Cut off before it was read.
  if (body === undefined) return null;
  return {
    at,
    phoneNumberId: address.split('/').at(-2) ?? '',
    to: to ?? recipient ?? '',
    messageId: reference?.split('.')[1] ?? null,
    template: template?.name ?? null,
    wamid: answer?.messages?.[0]?.id ?? null,
    code: answer?.error?.code ?? null,
  };
}
