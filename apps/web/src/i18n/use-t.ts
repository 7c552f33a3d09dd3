import { createElement, Fragment, useMemo, type ReactNode } from 'react';
import type { Catalogue, Message, Messages, ParamsOf } from './define-messages.ts';
import { piecesOf, type Piece } from './format-message.ts';
import { formatNumber } from './format-number.ts';
import { useLocale, type Locale } from './locale.ts';

type Value = string | number;
type Args<M, V> = [ParamsOf<M>] extends [never] ? [] : [params: Record<ParamsOf<M>, V>];

export interface Translate<English extends Catalogue> {
  <Key extends keyof English & string>(key: Key, ...args: Args<English[Key], Value>): string;
  /** The same, where a parameter is an element: a link, a key cap, a name in bold. */
  rich<Key extends keyof English & string>(key: Key, ...args: Args<English[Key], ReactNode>): ReactNode;
}

export function useT<English extends Catalogue>(messages: Messages<English>): Translate<English> {
  const locale = useLocale();
  return useMemo(() => createT(messages, locale), [messages, locale]);
}

export function createT<English extends Catalogue>(
  messages: Messages<English>,
  locale: Locale,
): Translate<English> {
  const t = (key: string, params: Params = {}) => readMessage(messages, key, params, locale);
  const rich = (key: string, params: Params = {}) =>
    pieces(messages, key, params, locale).map((piece, place) =>
      createElement(Fragment, { key: place }, fill(piece, params, locale)),
    );
  return Object.assign(t, { rich }) as Translate<English>;
}

type Params = Record<string, unknown>;

/** The same without types, for messages whose key is data. */
export function readMessage(messages: Messages, key: string, params: Params, locale: Locale): string {
  return pieces(messages, key, params, locale)
    .map((piece) => fill(piece, params, locale) as string)
    .join('');
}

function pieces(messages: Messages, key: string, params: Params, locale: Locale): Piece[] {
  return piecesOf(messageFor(messages, key, locale), locale.language, params['count']);
}

function fill(piece: Piece, params: Params, locale: Locale): ReactNode {
  if ('text' in piece) return piece.text;
  const value = params[piece.param];
  return typeof value === 'number' ? formatNumber(value, locale) : (value as ReactNode);
}

function messageFor(messages: Messages, key: string, { language, pack }: Locale): Message {
  const own = language === 'hi' ? messages.hi[key] : undefined;
  const found = pack?.words[messages.name]?.[key] ?? own ?? messages.en[key];
  if (found === undefined) throw new Error(`No message ${messages.name}.${key}`);
  return found;
}
