import type { Message } from '../messages/message.ts';
import { isObject, type Json, type JsonObject } from '../world/json.ts';
import type { Money } from './card-view.ts';
import type { PhoneNeighbours } from './neighbours.ts';
import { showCard } from './show-card.ts';
import type { ContactCard, MessageContent } from './view.ts';

/** What a message shows in its bubble, whoever wrote it. */
export function showContent(message: Message, desks: PhoneNeighbours): MessageContent {
  if (message.revoked) return { kind: 'deleted' };
  const show = shown[message.type];
  return (
    show?.(partOf(message), message, desks) ?? {
      kind: 'unsupported',
      text: `A message of the type ${message.type}.`,
    }
  );
}

type Show = (part: JsonObject, message: Message, desks: PhoneNeighbours) => MessageContent | undefined;

const file =
  (kind: 'image' | 'video'): Show =>
  (part, _message, { media }) => {
    const view = media.view(part);
    return view && { kind, media: view, ...caption(part) };
  };

const shown: Record<string, Show> = {
  text: (part) => ({ kind: 'text', text: text(part.body) }),
  image: file('image'),
  video: file('video'),
  sticker: (part, _message, { media }) => {
    const view = media.view(part);
    return view && { kind: 'sticker', media: view };
  },
  audio: (part, _message, { media }) => {
    const view = media.view(part);
    return view && { kind: 'audio', media: view, voice: part.voice === true };
  },
  document(part, _message, { media }) {
    const view = media.view(part);
    return (
      view && {
        kind: 'document',
        media: view,
        name: text(part.filename) || view.name || 'Document',
        ...caption(part),
      }
    );
  },
  location: (part) =>
    typeof part.until === 'number'
      ? { kind: 'live-location', ...place(part), until: part.until }
      : { kind: 'location', ...place(part), ...named(part) },
  contacts: (_part, { content }) => ({ kind: 'contacts', contacts: list(content.contacts).map(showContact) }),
  interactive: (part, message, desks) =>
    message.origin === 'customer' ? showAnswer(part) : { kind: 'card', card: showCard(part, message, desks) },
  template: (_part, message, { templates }) => ({ kind: 'card', card: templates.card(message) }),
  button: (part) => ({ kind: 'text', text: text(part.text) }),
  order: (part, _message, { shop }) => showCart(part, shop),
  poll: (part) => ({ kind: 'poll', question: text(part.question), options: list(part.options).map(String) }),
  call: (part) => ({
    kind: 'call',
    outcome: part.outcome as 'missed' | 'declined' | 'completed',
    ...(typeof part.seconds === 'number' && { seconds: part.seconds }),
  }),
  payment: (part) => ({
    kind: 'payment',
    outcome: part.outcome as 'paid' | 'failed' | 'refunded',
    amount: part.amount as unknown as Money,
    reference: text(part.reference),
  }),
  notice: (part) => ({ kind: 'notice', text: text(part.text) }),
};

/** Answers to what a business asked: a tapped reply looks like a text, a filled form like a card of its own. */
function showAnswer(part: JsonObject): MessageContent | undefined {
  const reply = part[text(part.type)];
  if (!isObject(reply)) return undefined;
  if (part.type === 'button_reply' || part.type === 'list_reply')
    return { kind: 'text', text: text(reply.title) };
  if (part.type === 'call_permission_reply') {
    return {
      kind: 'answer',
      to: 'call-permission',
      title: reply.response === 'accept' ? 'Calls allowed' : 'Calls not allowed',
      lines: [],
    };
  }
  const isAddress = reply.name === 'address_message';
  return {
    kind: 'answer',
    to: isAddress ? 'address' : 'flow',
    title: isAddress ? 'Address' : 'Response sent',
    lines: isAddress ? text(reply.body).split('\n') : [],
  };
}

function showCart(part: JsonObject, shop: PhoneNeighbours['shop']): MessageContent {
  const catalogId = text(part.catalog_id);
  const items = list(part.product_items)
    .filter(isObject)
    .map((item) => ({
      product: shop.product(catalogId, text(item.product_retailer_id)),
      quantity: Number(item.quantity),
    }));
  const minor = items.reduce(
    (sum, { product, quantity }) => sum + (product.salePrice ?? product.price).minor * quantity,
    0,
  );
  const currency = items[0]?.product.price.currency ?? 'INR';
  return { kind: 'cart', items, total: { minor, currency }, ...(part.text ? { text: text(part.text) } : {}) };
}

function showContact(card: unknown): ContactCard {
  const { name, org, phones, emails } = isObject(card) ? card : {};
  const company = isObject(org) ? text(org.company) : '';
  return {
    name: isObject(name) ? text(name.formatted_name) : '',
    ...(company && { organization: company }),
    phones: list(phones)
      .filter(isObject)
      .map((one) => ({
        phone: text(one.phone),
        ...(one.type ? { type: text(one.type) } : {}),
        onWhatsApp: one.wa_id !== undefined,
      })),
    emails: list(emails)
      .filter(isObject)
      .map((one) => text(one.email)),
  };
}

const partOf = ({ type, content }: Message): JsonObject => objectOf(content[type]);

const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});

const caption = (part: JsonObject): { caption?: string } =>
  part.caption ? { caption: text(part.caption) } : {};

const place = ({ latitude, longitude }: JsonObject) => ({
  latitude: Number(latitude),
  longitude: Number(longitude),
});

const named = ({ name, address }: JsonObject) => ({
  ...(name ? { name: text(name) } : {}),
  ...(address ? { address: text(address) } : {}),
});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A message in one line: in the list of chats, and where it is quoted. What has no words gives none. */
export function inOneLine(content: MessageContent): string {
  if (content.kind === 'text' || content.kind === 'notice' || content.kind === 'unsupported')
    return content.text;
  if (content.kind === 'image' || content.kind === 'video') return content.caption ?? '';
  if (content.kind === 'document') return content.caption ?? content.name;
  if (content.kind === 'location') return content.name ?? '';
  if (content.kind === 'contacts') return content.contacts.map(({ name }) => name).join(', ');
  if (content.kind === 'poll') return content.question;
  if (content.kind === 'card') return content.card.body ?? content.card.order?.reference ?? '';
  return content.kind === 'answer' ? content.title : '';
}
