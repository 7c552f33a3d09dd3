import { webhookError } from '../../graph/errors.ts';
import type { Message } from '../../messages/message.ts';
import { metadataOf } from '../../messages/values.ts';
import type { MediaDesk } from '../../phones/neighbours.ts';
import type { Json, JsonObject } from '../../world/json.ts';
import { type Connected, type Ground, numberIn, stillConnected } from '../connections.ts';
import { type Chunk, planHistory } from './plan.ts';
import { isMedia, isPast, showMedia, showThread } from './show.ts';

interface Piece {
  id: string;
  since: number;
}

const mediaDays = 14;
const day = 24 * 3_600_000;

/** Brings the chats of the last 180 days to the partner, or says that the owner keeps them (Meta, "history"). */
export function createHistory(ground: Ground, media: MediaDesk): { share(connection: Connected): void } {
  const { emulator, messages, connections, setting, apps } = ground;
  const { tasks, random, clock } = emulator.world;
  tasks.on<{ [key: string]: Json }>('coexistence.history', (task) => {
    const { id, since, chunk } = task as unknown as Piece & { chunk: Chunk };
    const connection = stillConnected(ground, id, since);
    if (!connection) return;
    sendChunk(ground, id, chunk);
    const { historyProgress = 0 } = connection;
    connections.change(id, { historyProgress: Math.max(historyProgress, chunk.progress) });
  });
  tasks.on<{ [key: string]: Json }>('coexistence.media', (task) => {
    const { id, since, message } = task as unknown as Piece & { message: string };
    const found = messages.all.get(message);
    if (found && stillConnected(ground, id, since)) sendMedia(ground, id, found, media);
  });
  return {
    share(connection) {
      const { id, connectedAt: since, sharesHistory } = connection;
      if (!sharesHistory) return refuse(ground, id);
      const { chunkMessages, chunkSeconds, chunkDisorder } = setting.value;
      const pause = chunkSeconds * 1000;
      const past = messages.chatsOfNumber
        .all(id)
        .filter(({ person }) => !apps.groups.has(person))
        .flatMap(({ id: chat }) => messages.ofChat.all(chat).filter(isPast));
      const chunks = planHistory(past, { day0: since, size: chunkMessages });
      if (chunks.length === 0) connections.change(id, { historyProgress: 100 });
      for (const [place, chunk] of chunks.entries()) {
        // Pieces overtake one another, and files their placeholders.
        const at = clock.now() + Math.round((place + 1 + random.next() * chunkDisorder) * pause);
        schedule('coexistence.history', at, { id, since, chunk });
        for (const message of recentMedia(ground, chunk, since)) {
          const later = at + Math.round((random.next() * 10 - 1) * pause);
          schedule('coexistence.media', Math.max(clock.now(), later), { id, since, message });
        }
      }
    },
  };

  function schedule(kind: string, at: number, payload: object): void {
    tasks.schedule({ kind, at, payload: payload as Json });
  }
}

function recentMedia({ messages }: Ground, { ids }: Chunk, since: number): string[] {
  return ids.filter((id) => {
    const message = messages.all.get(id);
    return message && isMedia(message) && message.at >= since - mediaDays * day;
  });
}

function sendChunk(ground: Ground, id: string, { phase, order, progress, ids }: Chunk): void {
  const { messages } = ground;
  const chats = new Map<string, Message[]>();
  for (const message of ids.flatMap((one) => messages.all.get(one) ?? []).filter(isPast))
    chats.set(message.chat, [...(chats.get(message.chat) ?? []), message]);
  const threads = [...chats.values()].map((past) => showThread(messages, numberIn(ground, id), past));
  send(ground, id, { history: [{ metadata: { phase, chunk_order: order, progress }, threads }] });
}

/** The customer's files come as messages, the business' own as echoes. */
function sendMedia(ground: Ground, id: string, message: Message, media: MediaDesk): void {
  const number = numberIn(ground, id);
  const part = message.content[message.type] as JsonObject;
  const file = { ...part, ...(typeof part.id === 'string' && media.wire(part.id, id)) };
  const shown = showMedia(ground.messages, number, message, file);
  send(ground, id, message.origin === 'customer' ? { messages: [shown] } : { message_echoes: [shown] });
}

function refuse(ground: Ground, id: string): void {
  const title = 'History sync is turned off by the business from the WhatsApp Business App';
  const { href: _, ...error } = webhookError(2593109, 'History sharing is turned off by the business');
  const value = { history: [{ errors: [{ ...error, title, message: title }] }] };
  send(ground, id, value, ground.setting.value.bareRefusal);
}

function send(ground: Ground, id: string, value: JsonObject, bare = false): void {
  const number = numberIn(ground, id);
  ground.emulator.webhooks.send({
    wabaId: number.wabaId,
    numberId: id,
    field: 'history',
    value: { messaging_product: 'whatsapp', metadata: metadataOf(number), ...value },
    ...(bare && { bare }),
  });
}
