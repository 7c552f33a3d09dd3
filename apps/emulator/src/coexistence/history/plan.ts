import type { HistoryChunk } from '@trikon/whatsapp';

/** Which messages a webhook of the history brings. */
export interface Chunk {
  phase: HistoryChunk['metadata']['phase'];
  /** Within the phase, from 1. */
  order: number;
  progress: number;
  ids: string[];
}

interface Past {
  id: string;
  chat: string;
  at: number;
}

const day = 24 * 3_600_000;

/** Days before the connection until which each phase reaches (Meta, "history"). */
const phases = [
  { phase: 0, days: 1 },
  { phase: 1, days: 90 },
  { phase: 2, days: 180 },
] as const;

/** Cuts the past into pieces: chat after chat, none larger than asked, nothing of an empty phase. */
export function planHistory(past: Past[], { day0, size }: { day0: number; size: number }): Chunk[] {
  let newest = Infinity;
  const cut = phases.flatMap(({ phase, days }) => {
    const [until, from] = [newest, day0 - days * day];
    newest = from;
    const ids = [...byChat(past.filter(({ at }) => at >= from && at < until)).values()].flat();
    return piecesOf(ids, size).map((piece, place) => ({ phase, order: place + 1, ids: piece }));
  });
  const total = cut.reduce((sum, { ids }) => sum + ids.length, 0);
  let done = 0;
  return cut.map((chunk) => {
    done += chunk.ids.length;
    return { ...chunk, progress: Math.floor((done * 100) / total) };
  });
}

function byChat(past: Past[]): Map<string, string[]> {
  const chats = new Map<string, string[]>();
  for (const { id, chat } of past) {
    const ids = chats.get(chat);
    if (ids) ids.push(id);
    else chats.set(chat, [id]);
  }
  return chats;
}

function piecesOf(ids: string[], size: number): string[][] {
  const pieces: string[][] = [];
  for (let at = 0; at < ids.length; at += size) pieces.push(ids.slice(at, at + size));
  return pieces;
}
