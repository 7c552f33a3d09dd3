import type { Message } from '../messages/message.ts';
import type { Collection } from '../world/collection.ts';
import { isObject } from '../world/json.ts';
import { adPicture } from './ads.ts';
import type { PhoneNeighbours } from './neighbours.ts';
import { inOneLine, showContent } from './show-content.ts';
import type { ChatSummary, ChatView, MessageStatus, MessageView } from './view.ts';

/** From whose phone a chat is seen. */
export interface Viewer {
  isMine: (message: Message) => boolean;
  /** Of own messages. */
  statusOf: (message: Message) => MessageStatus;
  /** Who wrote a message that is quoted. */
  authorOf: (message: Message) => string;
  /** In groups, who else wrote a message. */
  namesAuthors?: true;
}

const page = 100;

/** These change other messages, or are told to the business alone. */
const withoutBubble = new Set(['reaction', 'edit', 'revoke', 'pin', 'system']);

export const hasBubble = ({ type }: Message): boolean => !withoutBubble.has(type);

/** The newest bubbles, or those before one of them. */
export function showBubbles(
  { all, desks }: { all: Collection<Message>; desks: PhoneNeighbours },
  { seen, written, before }: { seen: Message[]; written: Message[]; before?: string | undefined },
  viewer: Viewer,
): Pick<ChatView, 'messages' | 'hasEarlier'> {
  const end =
    before === undefined
      ? seen.length
      : Math.max(
          0,
          seen.findIndex(({ id }) => id === before),
        );
  const start = Math.max(0, end - page);
  const reactions = reactionsIn(written, viewer);
  const quote = (id: string): MessageView['quoted'] => {
    const message = all.get(id);
    return message && quoteOf(message, viewer, desks);
  };
  const messages = seen.slice(start, end).map((message): MessageView => {
    const quoted = message.replyTo === undefined ? undefined : quote(message.replyTo);
    return {
      id: message.id,
      at: message.at,
      ...sideOf(message, viewer),
      ...(viewer.namesAuthors && !viewer.isMine(message) && { author: viewer.authorOf(message) }),
      ...(quoted && { quoted }),
      ...productOf(message, desks),
      reactions: reactions.get(message.id) ?? [],
      ...(message.forwarded && { forwarded: message.forwarded }),
      ...(message.editedAt !== undefined && { edited: true }),
      ...referralOf(message),
      tapped: message.tapped ?? [],
      content: showContent(message, desks),
    };
  });
  return { messages, hasEarlier: start > 0 };
}

/** The newest message in a line, as the list of chats shows it. */
export function lastLine(
  last: Message | undefined,
  viewer: Viewer,
  desks: PhoneNeighbours,
): Pick<ChatSummary, 'last'> {
  if (!last) return {};
  const content = showContent(last, desks);
  return { last: { text: inOneLine(content), kind: content.kind, at: last.at, ...sideOf(last, viewer) } };
}

const sideOf = (
  message: Message,
  { isMine, statusOf }: Viewer,
): Pick<MessageView, 'mine' | 'status'> & { mine: boolean } =>
  isMine(message) ? { mine: true, status: statusOf(message) } : { mine: false };

/** Of each who wrote the newest counts; an empty one takes it back. */
function reactionsIn(written: Message[], { isMine }: Viewer): Map<string, MessageView['reactions']> {
  const newest = new Map<string, Message>();
  for (const message of written) {
    if (message.type === 'reaction')
      newest.set(`${targetOf(message)} ${isMine(message)} ${message.person}`, message);
  }
  const reactions = new Map<string, MessageView['reactions']>();
  for (const message of newest.values()) {
    const emoji = emojiOf(message);
    if (!emoji) continue;
    const of = reactions.get(targetOf(message)) ?? [];
    reactions.set(targetOf(message), [...of, { emoji, mine: isMine(message) }]);
  }
  return reactions;
}

function quoteOf(message: Message, { authorOf }: Viewer, desks: PhoneNeighbours): MessageView['quoted'] {
  const content = showContent(message, desks);
  return {
    id: message.id,
    author: authorOf(message),
    text: inOneLine(content),
    kind: content.kind,
    ...(content.kind === 'image' && { picture: content.media.url }),
  };
}

function referralOf({ referral }: Message): Pick<MessageView, 'referral'> {
  if (!isObject(referral)) return {};
  const picture = adPicture(referral);
  return {
    referral: {
      headline: text(referral.headline),
      body: text(referral.body),
      url: text(referral.source_url),
      ...(picture !== undefined && { picture }),
    },
  };
}

function productOf({ product }: Message, { shop }: PhoneNeighbours): Pick<MessageView, 'product'> {
  if (!product) return {};
  const { catalog_id: catalogId, product_retailer_id: retailerId } = product;
  return { product: shop.product(text(catalogId), text(retailerId)) };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const targetOf = ({ content }: Message): string =>
  (content.reaction as { message_id?: string } | undefined)?.message_id ?? '';

const emojiOf = ({ content }: Message): string =>
  (content.reaction as { emoji?: string } | undefined)?.emoji ?? '';
