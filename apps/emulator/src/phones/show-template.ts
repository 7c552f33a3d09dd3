import type { Message } from '../messages/message.ts';
import type { FilledHeader } from '../templates/sending/fill-header.ts';
import type { ShownButton, ShownPart, ShownTemplate } from '../templates/sending/hydrate.ts';
import { isObject, type JsonObject } from '../world/json.ts';
import type { ButtonView, CardView, CarouselCard, HeaderView, ProductSection } from './card-view.ts';
import type { PhoneNeighbours } from './neighbours.ts';

type Desks = Pick<PhoneNeighbours, 'media' | 'shop' | 'payments'>;

/** A template message as a card; one whose template is gone shows nothing but that. */
export function showTemplateCard(shown: ShownTemplate | null, message: Message, desks: Desks): CardView {
  if (!shown) return { body: 'This message is no longer available.', buttons: [] };
  const { footer, offer, cards, orderStatus, asksForCalls } = shown;
  const code = shown.buttons.find((button) => button.kind === 'copy-code');
  const otp = shown.buttons.find((button) => button.kind === 'one-time-code');
  const order = orderOf(shown, orderStatus);
  return {
    ...showPart(shown, message, desks),
    ...(footer !== undefined && { footer }),
    ...(offer && { offer: { ...offer, ...(code && { code: code.code }) } }),
    ...(otp && { oneTimeCode: otp.code }),
    ...(order && { order: desks.payments.order(message, order) }),
    ...(cards && { carousel: cards.map((card): CarouselCard => showPart(card, message, desks)) }),
    ...(asksForCalls && {
      buttons: [{ key: '0', text: 'Choose preference', kind: 'call-permission' as const }],
    }),
  };
}

function showPart({ header, body, buttons }: ShownPart, message: Message, desks: Desks): CarouselCard {
  const view = header && showHeader(header, desks);
  return {
    ...(view && { header: view }),
    ...(header?.kind === 'product' && {
      product: desks.shop.product(header.product.catalog_id ?? '', header.product.product_retailer_id),
    }),
    ...(body !== undefined && { body }),
    buttons: buttons.map((button) => showButton(button, message, desks)),
  };
}

function showHeader(header: FilledHeader, { media }: Desks): HeaderView | undefined {
  if (header.kind === 'text') return header;
  if (header.kind === 'product') return undefined;
  if (header.kind === 'location') {
    const { latitude, longitude, name, address } = header.location;
    return {
      kind: 'location',
      latitude: Number(latitude),
      longitude: Number(longitude),
      ...(name && { name }),
      ...(address && { address }),
    };
  }
  const view = media.view(header.media);
  if (!view) return undefined;
  if (header.kind !== 'document') return { kind: header.kind === 'image' ? 'image' : 'video', media: view };
  return { kind: 'document', media: view, name: header.media.filename ?? view.name ?? 'Document' };
}

function showButton(button: ShownButton, message: Message, desks: Desks): ButtonView {
  const { key, text, kind } = button;
  if (kind === 'url') return { key, text, kind, url: button.url, preview: button.preview };
  if (kind === 'phone') return { key, text, kind, phone: button.phone };
  if (kind === 'copy-code') return { key, text, kind, code: button.code };
  if (kind === 'one-time-code') return showOtp(button);
  if (kind !== 'products') return { key, text, kind };
  return { key, text, kind, title: text, sections: showSections(button.action, message, desks) };
}

function showOtp({ key, text, code, otp }: Extract<ShownButton, { kind: 'one-time-code' }>): ButtonView {
  const [app] = otp.supported_apps ?? [];
  return app
    ? { key, text, kind: 'one-tap', code, app: app.package_name }
    : { key, text, kind: 'copy-code', code };
}

/** Sections of a multi-product template; the catalog is the one that the number has. */
function showSections(
  action: JsonObject | Record<string, unknown>,
  { numberId }: Message,
  { shop }: Desks,
): ProductSection[] {
  const sections: unknown[] = Array.isArray(action.sections) ? action.sections : [];
  const catalogId = shop.catalogOf(numberId)?.id ?? '';
  return sections.filter(isObject).map(({ title, product_items: items }) => ({
    ...(typeof title === 'string' && { title }),
    products: (Array.isArray(items) ? (items as unknown[]) : []).filter(isObject).map((item) => {
      const { product_retailer_id: retailerId } = item;
      return shop.product(catalogId, typeof retailerId === 'string' ? retailerId : '');
    }),
  }));
}

/** What an order is about, in the shape that interactive messages have it in. */
function orderOf({ buttons }: ShownTemplate, status: unknown): JsonObject | null {
  const pay = buttons.find((button) => button.kind === 'pay');
  if (pay) return { name: 'review_and_pay', parameters: pay.order as JsonObject };
  return isObject(status) ? { name: 'review_order', parameters: status as JsonObject } : null;
}
