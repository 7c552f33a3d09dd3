import type { Message } from '../messages/message.ts';
import { isObject, type JsonObject } from '../world/json.ts';
import type {
  ButtonView,
  CardView,
  CarouselCard,
  HeaderView,
  ListSection,
  ProductSection,
} from './card-view.ts';
import type { PhoneNeighbours } from './neighbours.ts';

/** An interactive message as the customer sees it. */
export function showCard(interactive: JsonObject, message: Message, desks: PhoneNeighbours): CardView {
  const action = object(interactive.action);
  const header = showHeader(interactive.header, desks);
  return {
    ...(header && { header }),
    ...textOf(interactive.body, 'body'),
    ...textOf(interactive.footer, 'footer'),
    buttons: [],
    ...kinds[text(interactive.type)]?.(action, message, desks),
  };
}

type Part = Partial<CardView>;

const kinds: Record<string, (action: JsonObject, message: Message, desks: PhoneNeighbours) => Part> = {
  button: ({ buttons }) => ({ buttons: list(buttons).map((one, at) => replyButton(one, String(at))) }),
  list: ({ button, sections }) => ({
    buttons: [{ key: '0', text: text(button), kind: 'list', sections: list(sections).map(showSection) }],
  }),
  cta_url: ({ parameters }) => ({ buttons: [linkButton(object(parameters), '0')] }),
  flow: ({ parameters }) => ({
    buttons: [{ key: '0', text: text(object(parameters).flow_cta) || 'Continue', kind: 'flow' }],
  }),
  product: ({ catalog_id: catalog, product_retailer_id: item }, _message, { shop }) => ({
    product: shop.product(text(catalog), text(item)),
    buttons: [{ key: '0', text: 'View', kind: 'product' }],
  }),
  product_list: ({ catalog_id: catalog, sections }, message, { shop }) => ({
    buttons: [
      {
        key: '0',
        text: 'View items',
        kind: 'products',
        title: text(object(object(object(message.content).interactive).header).text),
        sections: list(sections).map((one) => showProducts(one, text(catalog), shop)),
      },
    ],
  }),
  catalog_message: () => ({ buttons: [{ key: '0', text: 'View catalog', kind: 'catalog' }] }),
  location_request_message: () => ({ buttons: [{ key: '0', text: 'Send location', kind: 'location' }] }),
  address_message: ({ parameters }) => ({ buttons: [addressButton(object(parameters))] }),
  call_permission_request: () => ({
    buttons: [{ key: '0', text: 'Choose preference', kind: 'call-permission' }],
  }),
  voice_call: ({ parameters }) => ({
    buttons: [{ key: '0', text: text(object(parameters).display_text) || 'Call now', kind: 'call' }],
  }),
  request_contact_info: () => ({ buttons: [{ key: '0', text: 'Share contact info', kind: 'contact' }] }),
  carousel: ({ cards }, message, desks) => ({
    carousel: list(cards).map((card, at) => showCarouselCard(object(card), at, message, desks)),
  }),
  order_details: (_action, message, { payments }) => ({
    order: payments.order(message, object(object(message.content.interactive).action)),
    buttons: [{ key: '0', text: 'Review and pay', kind: 'pay' }],
  }),
  order_status: (_action, message, { payments }) => ({
    order: payments.order(message, object(object(message.content.interactive).action)),
  }),
};

function showCarouselCard(
  card: JsonObject,
  at: number,
  _message: Message,
  desks: PhoneNeighbours,
): CarouselCard {
  const action = object(card.action);
  const header = showHeader(card.header, desks);
  if (card.type === 'product') {
    const product = desks.shop.product(text(action.catalog_id), text(action.product_retailer_id));
    return { product, buttons: [{ key: `${at}.0`, text: 'View', kind: 'product' }] };
  }
  const buttons: ButtonView[] = Array.isArray(action.buttons)
    ? action.buttons.map((one, place) => replyButton(one, `${at}.${place}`))
    : [linkButton(object(action.parameters), `${at}.0`)];
  return { ...(header && { header }), ...textOf(card.body, 'body'), buttons };
}

function showHeader(given: unknown, { media }: Pick<PhoneNeighbours, 'media'>): HeaderView | undefined {
  const header = object(given);
  const kind = text(header.type);
  if (kind === 'text') return { kind, text: text(header.text) };
  if (kind !== 'image' && kind !== 'video' && kind !== 'document') return undefined;
  const reference = object(header[kind]);
  const view = media.view(reference);
  if (!view) return undefined;
  return kind === 'document'
    ? { kind, media: view, name: text(reference.filename) || view.name || 'Document' }
    : { kind, media: view };
}

function replyButton(given: unknown, key: string): ButtonView {
  const one = object(given);
  return { key, text: text(object(one.reply ?? one.quick_reply).title), kind: 'reply' };
}

const linkButton = ({ display_text: label, url }: JsonObject, key: string): ButtonView => ({
  key,
  text: text(label),
  kind: 'url',
  url: text(url),
});

function addressButton({
  country,
  values,
  saved_addresses: saved,
  validation_errors: errors,
}: JsonObject): ButtonView {
  return {
    key: '0',
    text: 'Provide address',
    kind: 'address',
    form: {
      country: text(country) || 'IN',
      values: texts(values),
      errors: texts(errors),
      saved: list(saved).map((one) => ({ id: text(object(one).id), values: texts(object(one).value) })),
    },
  };
}

function showSection(given: unknown): ListSection {
  const { title, rows } = object(given);
  return {
    ...(title ? { title: text(title) } : {}),
    rows: list(rows).map((row) => {
      const { id, title: name, description } = object(row);
      return { id: text(id), title: text(name), ...(description ? { description: text(description) } : {}) };
    }),
  };
}

function showProducts(given: unknown, catalog: string, shop: PhoneNeighbours['shop']): ProductSection {
  const { title, product_items: items } = object(given);
  return {
    ...(title ? { title: text(title) } : {}),
    products: list(items).map((item) => shop.product(catalog, text(object(item).product_retailer_id))),
  };
}

function textOf(part: unknown, name: 'body' | 'footer'): Partial<Record<'body' | 'footer', string>> {
  const value = text(object(part).text);
  return value ? { [name]: value } : {};
}

const texts = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(object(value)).map(([key, one]) => [key, text(one)]));

const object = (value: unknown): JsonObject => (isObject(value) ? (value as JsonObject) : {});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
