import { readWish, type Wish } from './read-wish.ts';
import { wordsOf } from './normalise.ts';

/** A message that a customer sent to the business now, as far as it may be a wish. */
export interface SaidMessage {
  workspaceId: string;
  messageId: string;
  contactId: string;
  numberId: string;
  at: Date;
  type: string;
  content: Readonly<Record<string, unknown>>;
}

/** A wish, or the answer to the question whether somebody agrees. */
type HeardWish = { wish: Wish } | { wish: 'agree'; notice: { noticeId: string; version: number } };

type ReadSaid = HeardWish & { language: string; saidBy: 'words' | 'own_words' | 'button' };

/** A message and what it asks for. */
export type Heard = SaidMessage & ReadSaid;

/** What the buttons of our own messages say when they are pressed. */
export const wishButton = {
  stop: 'wish:stop',
  start: 'wish:start',
  agree: ({ noticeId, version }: { noticeId: string; version: number }): string =>
    `wish:agree:${noticeId}:${version}`,
} as const;

const pressed = /^wish:(?:(stop|start|stop_promotions)|agree:([\da-f-]{36}):(\d{1,6}))$/;

/** The wish in a message by the program's own words. */
export function readSaid({ type, content }: SaidMessage): ReadSaid | null {
  const inside = objectIn(content, type);
  if (type === 'text') return inWords(textIn(inside, 'body'));
  const button = type === 'button' ? inside : objectIn(inside, 'button_reply');
  const byButton = readButton(textIn(button, type === 'button' ? 'payload' : 'id'));
  if (byButton !== null) return byButton;
  // Of a template's button the words count too, as of WhatsApp's own "Stop promotions"; but one that is called Start
  // may start anything.
  const read = type === 'button' ? inWords(textIn(inside, 'text')) : null;
  return read === null || read.wish === 'start' ? null : { ...read, saidBy: 'button' };
}

function inWords(text: string): ReadSaid | null {
  const read = readWish(text);
  return read === null ? null : { ...read, saidBy: 'words' };
}

function readButton(id: string): ReadSaid | null {
  const [, wish, noticeId, version] = pressed.exec(id) ?? [];
  const told = { language: 'en', saidBy: 'button' } as const;
  if (wish !== undefined) return { wish: wish as Wish, ...told };
  if (noticeId === undefined) return null;
  return { wish: 'agree', notice: { noticeId, version: Number(version) }, ...told };
}

/** A text as words of a workspace's own are compared with it; empty for what is too long for them. */
export function spokenIn({ type, content }: SaidMessage): string {
  const inside = objectIn(content, type);
  const text = type === 'text' ? textIn(inside, 'body') : type === 'button' ? textIn(inside, 'text') : '';
  const words = wordsOf(text);
  return words.length > mostOwnWords ? '' : words.join(' ');
}

export const mostOwnWords = 6;

function objectIn(from: unknown, name: string): unknown {
  return typeof from === 'object' && from !== null ? (from as Record<string, unknown>)[name] : undefined;
}

function textIn(from: unknown, name: string): string {
  const value = objectIn(from, name);
  return typeof value === 'string' ? value : '';
}
