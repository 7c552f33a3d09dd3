import { readLines } from '../journal.ts';
import type { SendLine } from '../load/sends.ts';

/** What the journal of sending proves. */
export interface Asked {
  /** By cause: the messages that the program answered with, of which there has to be one. */
  promised: Map<string, Set<string>>;
  refused: number;
  /** Asked for and never answered. */
  unanswered: string[];
  /** Answered as cancelled. */
  cancelled: Set<string>;
  /** When somebody's withdrawal was answered, by phone. */
  withdrawnAt: Map<string, number>;
  /** From the answer to a pause until it was asked to go on. */
  pauses: { numberId: string; from: number; until: number }[];
  audiences: string[];
}

export async function readAsked(file: string): Promise<Asked> {
  const asked: Asked = {
    promised: new Map(),
    refused: 0,
    unanswered: [],
    cancelled: new Set(),
    withdrawnAt: new Map(),
    pauses: [],
    audiences: [],
  };
  const open = new Set<string>();
  for await (const line of readLines<SendLine>(file)) {
    if ('asked' in line) open.add(line.asked);
    else if ('answered' in line) takeAnswer(asked, open, line);
    else takeStop(asked, line);
  }
  asked.unanswered.push(...open);
  return asked;
}

function takeAnswer(asked: Asked, open: Set<string>, line: Extract<SendLine, { answered: string }>): void {
  const { answered, messageId, status } = line;
  if (status === 0 || status >= 500) return;
  if (open.delete(answered) && messageId === null) asked.refused += 1;
  if (messageId === null) return;
  const promised = asked.promised.get(answered) ?? new Set();
  asked.promised.set(answered, promised.add(messageId));
}

type StopLine = Exclude<SendLine, { asked: string } | { answered: string }>;

function takeStop(asked: Asked, line: StopLine): void {
  if ('cancelled' in line && line.status < 300 && line.status > 0) asked.cancelled.add(line.cancelled);
  if ('withdrawn' in line && line.status < 300) asked.withdrawnAt.set(line.phone, line.at);
  if ('paused' in line && line.status < 300)
    asked.pauses.push({ numberId: line.paused, from: line.at, until: Infinity });
  if ('resumed' in line) {
    const last = asked.pauses.findLast(({ numberId }) => numberId === line.resumed);
    if (last) last.until = Math.min(last.until, line.at);
  }
  if ('audience' in line && line.sourceId !== null) asked.audiences.push(line.sourceId);
}
