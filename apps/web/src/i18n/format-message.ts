import type { Message } from './define-messages.ts';

/** The pieces of a message in order: its text, and the names of parameters to be filled in. */
export type Piece = { text: string } | { param: string };

export function piecesOf(message: Message, language: string, count: unknown): Piece[] {
  const text = typeof message === 'string' ? message : choosePlural(message, language, count);
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{\w+\}$/.test(part) ? { param: part.slice(1, -1) } : { text: part }));
}

function choosePlural(message: Exclude<Message, string>, language: string, count: unknown): string {
  const category = new Intl.PluralRules(language).select(Number(count ?? 0));
  return message[category] ?? message.other;
}
