import type { SendParameter } from '@trikon/whatsapp';
import { location } from './contacts-and-location.ts';
import { orderDetails, orderStatus } from './orders.ts';
import { productSections } from './products.ts';
import {
  anyObject,
  array,
  integer,
  isObject,
  object,
  oneOf,
  optional,
  orAsText,
  text,
  variants,
  type Reader,
} from './reading.ts';
import { callMinutes, callPayload } from './requests.ts';
import { file } from './text-and-media.ts';
import { wrong } from './wrong.ts';

type Of<Kind extends SendParameter['type']> = Extract<SendParameter, { type: Kind }>;

/** What stands in the running text of a template must not break it. */
const words: Reader<string> = (value, now) => {
  if (value === '')
    wrong(100, "Parameter 'text' is mandatory for component parameter type 'text' and cannot be empty");
  const given = text(32_768)(value, now);
  if (/[\n\r\t]| {5}/.test(given)) {
    wrong(132018, 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces');
  }
  return given;
};

const plainFile = file<object>({}, 132018);

const action = <T extends Record<string, unknown>>(reader: Reader<T>) =>
  object<Of<'action'>>({ type: oneOf('action'), action: reader });

const readers = {
  text: object<Of<'text'>>({ type: oneOf('text'), text: words, parameter_name: optional(text()) }),
  currency: object<Of<'currency'>>({
    type: oneOf('currency'),
    currency: object({ fallback_value: text(), code: text(3), amount_1000: integer() }),
  }),
  date_time: object<Of<'date_time'>>({
    type: oneOf('date_time'),
    date_time: object({ fallback_value: text() }),
  }),
  group_id: object<Of<'group_id'>>({ type: oneOf('group_id'), group_id: text() }),
  image: object<Of<'image'>>({ type: oneOf('image'), image: plainFile }),
  video: object<Of<'video'>>({ type: oneOf('video'), video: plainFile }),
  gif: object<Of<'gif'>>({ type: oneOf('gif'), gif: plainFile }),
  document: object<Of<'document'>>({
    type: oneOf('document'),
    document: file<{ filename?: string }>({ filename: optional(text()) }, 132018),
  }),
  location: object<Of<'location'>>({ type: oneOf('location'), location }),
  product: object<Of<'product'>>({
    type: oneOf('product'),
    product: object<{ product_retailer_id: string; catalog_id?: string }>({
      product_retailer_id: text(),
      catalog_id: optional(text()),
    }),
  }),
  payload: object<Of<'payload'>>({ type: oneOf('payload'), payload: callPayload }),
  coupon_code: object<Of<'coupon_code'>>({ type: oneOf('coupon_code'), coupon_code: text(15) }),
  ttl_minutes: object<Of<'ttl_minutes'>>({ type: oneOf('ttl_minutes'), ttl_minutes: callMinutes }),
  limited_time_offer: object<Of<'limited_time_offer'>>({
    type: oneOf('limited_time_offer'),
    limited_time_offer: object({ expiration_time_ms: orAsText(integer(0)) }),
  }),
  order_status: object<Of<'order_status'>>({
    type: oneOf('order_status'),
    order_status: orderStatus as unknown as Reader<Record<string, unknown>>,
  }),
};

type Kind = keyof typeof readers;

/** One parameter of the given kinds. One that names no kind and has a text is a text. */
const parameter = (allowed: { [kind: string]: Reader<SendParameter> }): Reader<SendParameter> => {
  const read = variants<SendParameter>('type', allowed);
  return (value, now) => {
    if (!isObject(value)) return read(value, now);
    if (value['type'] === undefined && typeof value['text'] === 'string' && allowed['text']) {
      return read({ type: 'text', ...value }, now);
    }
    requireContent(value, allowed);
    return read(value, now);
  };
};

function requireContent(value: Record<string, unknown>, allowed: object): void {
  const kind = typeof value['type'] === 'string' ? value['type'].toLowerCase() : '';
  if (Object.hasOwn(allowed, kind) && value[kind] === undefined) {
    wrong(100, `Parameter '${kind}' is mandatory for component parameter type '${kind}'`);
  }
}

const ofKinds = (max: number, ...kinds: Kind[]): Reader<SendParameter[]> =>
  array(parameter(Object.fromEntries(kinds.map((kind) => [kind, readers[kind]]))), { max });

const ofAction = <T extends Record<string, unknown>>(reader: Reader<T>): Reader<SendParameter[]> =>
  array(parameter({ action: action(reader) }), { max: 1 });

export const headerParameters = ofKinds(
  1,
  ...(['text', 'image', 'video', 'document', 'gif', 'location', 'product'] as const),
);
export const bodyParameters = ofKinds(Infinity, 'text', 'currency', 'date_time', 'group_id');
export const offerParameters = ofKinds(1, 'limited_time_offer');
export const orderStatusParameters = ofKinds(1, 'order_status');

/** By the kind of the button (Meta, 'Template messages'). */
export const buttonParameters = {
  quick_reply: ofKinds(1, 'payload'),
  url: ofKinds(1, 'text'),
  copy_code: ofKinds(1, 'coupon_code'),
  voice_call: ofKinds(2, 'ttl_minutes', 'payload'),
  flow: ofAction(
    object<{ flow_token?: string; flow_action_data?: Record<string, unknown> }>({
      flow_token: optional(text()),
      flow_action_data: optional(anyObject),
    }),
  ),
  catalog: ofAction(
    object<{ thumbnail_product_retailer_id?: string }>({ thumbnail_product_retailer_id: optional(text()) }),
  ),
  mpm: ofAction(
    object<{ thumbnail_product_retailer_id: string; sections: unknown }>({
      thumbnail_product_retailer_id: text(),
      sections: productSections,
    } as never),
  ),
  order_details: ofAction(object<{ order_details: unknown }>({ order_details: orderDetails } as never)),
};
