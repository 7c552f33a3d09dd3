import { readLines } from '../journal.ts';
import type { DeliveryLine } from '../load/deliveries.ts';
import { ranks } from '../load/events.ts';

/** What the journal of deliveries proves: which bodies and which news were answered with "done". */
export interface Told {
  bodies: Map<string, { sort: 'told' | 'poisoned' | 'forged'; done: boolean }>;
  /** By Meta's id. */
  messages: Map<string, ToldMessage>;
  /** Only in bodies that somebody else signed. */
  forged: Set<string>;
  answers: { at: number; status: number; milliseconds: number }[];
  /** Events answered with 200, each counted once. */
  events: number;
  /** Answers of 200 beyond the first for the same body. */
  repeats: number;
}

export interface ToldMessage {
  kind: 'message' | 'echo';
  number: string | null;
  /** The message itself was answered, and not only its statuses. */
  done: boolean;
  statuses: Set<string>;
}

export async function readTold(file: string): Promise<Told> {
  const told: Told = {
    bodies: new Map(),
    messages: new Map(),
    forged: new Set(),
    answers: [],
    events: 0,
    repeats: 0,
  };
  const made = new Map<string, Extract<DeliveryLine, { made: string }>>();
  const seen = new Set<string>();
  for await (const line of readLines<DeliveryLine>(file)) {
    if ('made' in line) {
      made.set(line.made, line);
      told.bodies.set(line.made, { sort: line.sort, done: false });
      if (line.sort === 'forged') for (const { wamid } of line.events) if (wamid) told.forged.add(wamid);
      continue;
    }
    const { at, status, milliseconds } = line;
    told.answers.push({ at, status, milliseconds });
    if (status !== 200) continue;
    const body = told.bodies.get(line.delivered)!;
    if (body.done) told.repeats += 1;
    body.done = true;
    for (const event of made.get(line.delivered)!.events) {
      if (seen.has(event.key)) continue;
      seen.add(event.key);
      if (event.wamid !== undefined) takeIn(told.messages, event.wamid, event);
    }
  }
  told.events = seen.size;
  return told;
}

interface ToldEvent {
  kind: string;
  status?: string | undefined;
}

function takeIn(messages: Told['messages'], wamid: string, { kind, status }: ToldEvent): void {
  const message = messages.get(wamid) ?? { kind: 'echo', number: null, done: false, statuses: new Set() };
  messages.set(wamid, message);
  if (status !== undefined) message.statuses.add(status);
  else {
    message.kind = kind as 'message' | 'echo';
    message.done = true;
  }
}

/** What a message ends with: the furthest that was told of it, whatever came last. */
export function furthest(statuses: Iterable<string>): string | null {
  return [...statuses].sort((a, b) => (ranks[b] ?? 0) - (ranks[a] ?? 0))[0] ?? null;
}
