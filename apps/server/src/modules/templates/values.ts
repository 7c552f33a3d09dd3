import type { SendParameter } from '@trikon/whatsapp';
import type { ParameterKind, Slot } from './slots.ts';

/** What a parameter is given: words, a number, or an object as Meta wants it for files, places, products and orders. */
export type TemplateValue = string | number | Date | Record<string, unknown> | null | undefined;
export type TemplateValues = Readonly<Record<string, TemplateValue>>;

/** A value in the form of a message; why it does not fit; or null when there is nothing in it. */
export type ReadValue = { parameter: OutgoingParameter } | { wrong: ValueProblem } | null;
export type ValueProblem = 'too_long' | 'wrong_kind';

/** A file may be one of ours, whose id at Meta is put in when the message leaves. */
export type OutgoingParameter =
  | SendParameter
  | ({ type: 'image' | 'video' | 'document' | 'gif' } & Record<string, unknown>);

export function readValue(slot: Slot, given: TemplateValue): ReadValue {
  if (isNothing(given)) return null;
  return readers[slot.kind](given, slot);
}

export const isNothing = (given: TemplateValue): given is null | undefined =>
  given === null || given === undefined || (typeof given === 'string' && cleaned(given) === '');

type Reader = (given: Exclude<TemplateValue, null | undefined>, slot: Slot) => ReadValue;

const wrongKind = { wrong: 'wrong_kind' } as const;

/**
 * Meta refuses values with line breaks, tabs and long runs of spaces (132018). A stray one in a name is no reason to
 * keep a message back, so they become a single space.
 */
export const cleaned = (text: string): string =>
  text
    .replaceAll(/\s*[\n\r\t\v\f\u0085\u2028\u2029]\s*| {4,}/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim();

const words =
  (make: (text: string, slot: Slot) => SendParameter, clean: (text: string) => string = cleaned): Reader =>
  (given, slot) => {
    if (typeof given !== 'string' && typeof given !== 'number') return wrongKind;
    const text = clean(String(given));
    if (text === '') return null;
    return slot.maxLength !== null && text.length > slot.maxLength
      ? { wrong: 'too_long' }
      : { parameter: make(text, slot) };
  };

const asText = (text: string, { metaName }: Slot): SendParameter => ({
  type: 'text',
  text,
  ...(metaName !== null && { parameter_name: metaName }),
});

/** In an address white space would end it. */
const asSuffix = (text: string): string =>
  text.trim().replaceAll(/[\s\p{Cc}]+/gu, (space) => encodeURIComponent(space.replaceAll(/\s+/g, ' ')));

/** An object as it is; a text stands for the one property that matters most. */
const objectOr =
  (property: string, make: (value: Record<string, unknown>) => OutgoingParameter): Reader =>
  (given) => {
    if (typeof given === 'string') return { parameter: make({ [property]: given }) };
    return isPlain(given) ? { parameter: make(given) } : wrongKind;
  };

const action =
  (property: string): Reader =>
  (given, slot) =>
    objectOr(property, (value) => ({ type: 'action', action: value }))(given, slot);

const isPlain = (given: unknown): given is Record<string, unknown> =>
  typeof given === 'object' && given !== null && !Array.isArray(given) && !(given instanceof Date);

/** An upload at Meta, an address, or one of our own files. */
const sourcePatterns = new Map([
  ['id', /^\d+$/],
  ['link', /^https?:\/\/./],
  ['media', /^[\da-f-]{36}$/],
]);

const file =
  (type: 'image' | 'video' | 'document' | 'gif'): Reader =>
  (given) => {
    const value = typeof given === 'string' ? { link: given } : given;
    if (!isPlain(value)) return wrongKind;
    const sources = Object.entries(value).filter(([name]) => name !== 'filename');
    const [[source, where] = []] = sources;
    if (sources.length !== 1 || typeof where !== 'string' || !sourcePatterns.get(source!)?.test(where))
      return wrongKind;
    const { filename } = value;
    const named = type === 'document' && typeof filename === 'string' ? { filename } : {};
    return { parameter: { type, [type]: { [source!]: where, ...named } } as OutgoingParameter };
  };

const location: Reader = (given) => {
  if (!isPlain(given)) return wrongKind;
  const { latitude, longitude, name, address } = given;
  if (!isDegrees(latitude, 90) || !isDegrees(longitude, 180)) return wrongKind;
  const told = {
    ...(typeof name === 'string' && { name }),
    ...(typeof address === 'string' && { address }),
  };
  return { parameter: { type: 'location', location: { latitude, longitude, ...told } } };
};

const isDegrees = (value: unknown, most: number): value is number | string =>
  (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) &&
  Math.abs(Number(value)) <= most;

const product: Reader = objectOr('product_retailer_id', (value) => ({
  type: 'product',
  product: value as { product_retailer_id: string },
}));

const order: Reader = (given) =>
  isPlain(given) ? { parameter: { type: 'action', action: { order_details: given } } } : wrongKind;

const products: Reader = (given) =>
  isPlain(given) ? { parameter: { type: 'action', action: given } } : wrongKind;

const callMinutes: Reader = (given) => {
  const minutes = Number(given);
  const fits = Number.isInteger(minutes) && minutes >= 1 && minutes <= 43_200;
  return fits ? { parameter: { type: 'ttl_minutes', ttl_minutes: minutes } } : wrongKind;
};

const time: Reader = (given) => {
  if (isPlain(given)) return wrongKind;
  const milliseconds = typeof given === 'number' ? given : new Date(given).getTime();
  if (!Number.isInteger(milliseconds) || milliseconds <= 0) return wrongKind;
  return {
    parameter: { type: 'limited_time_offer', limited_time_offer: { expiration_time_ms: milliseconds } },
  };
};

const readers: Record<ParameterKind, Reader> = {
  text: words(asText),
  code: words(asText),
  url_suffix: words(asText, asSuffix),
  coupon_code: words((coupon_code) => ({ type: 'coupon_code', coupon_code })),
  payload: words((payload) => ({ type: 'payload', payload })),
  image: file('image'),
  video: file('video'),
  document: file('document'),
  gif: file('gif'),
  location,
  product,
  flow: action('flow_token'),
  catalog: action('thumbnail_product_retailer_id'),
  products,
  order,
  call_minutes: callMinutes,
  time,
};
