import { isObject, type Json } from '../world/json.ts';
import { readPrice } from './price.ts';
import { availabilities, conditions, type Draft, type Product, visibilities } from './records.ts';

/** Reads one given value; a text says what is wrong with it. */
type ReadValue = (value: unknown) => Draft | string;

type TextField = 'name' | 'description' | 'imageUrl' | 'url';

const text =
  (field: TextField, max: number): ReadValue =>
  (value) => {
    if (typeof value !== 'string' || value.trim() === '') return 'must be a text that is not empty';
    return Array.from(value).length > max
      ? `must be at most ${max} characters long`
      : ({ [field]: value } satisfies Draft);
  };

const address =
  (field: 'imageUrl' | 'url'): ReadValue =>
  (value) => {
    const protocol = typeof value === 'string' ? URL.parse(value)?.protocol : undefined;
    return protocol === 'http:' || protocol === 'https:'
      ? ({ [field]: value as string } satisfies Draft)
      : 'must be a URL that begins with http:// or https://';
  };

/** Meta takes spaces and underscores alike. */
const oneOf =
  <Field extends 'availability' | 'condition' | 'visibility'>(
    field: Field,
    options: readonly Product[Field][],
  ): ReadValue =>
  (value) => {
    const given = typeof value === 'string' ? value.toLowerCase().replaceAll('_', ' ') : value;
    const option = options.find((one) => one === given);
    return option === undefined ? `must be one of {${options.join(', ')}}` : { [field]: option };
  };

const priceText =
  (field: 'minor' | 'saleMinor'): ReadValue =>
  (value) => {
    const price = typeof value === 'string' ? readPrice(value) : null;
    if (!price) return 'must be an amount and a currency, such as "1499.00 INR"';
    return { [field]: price.minor, currency: price.currency };
  };

const priceNumber =
  (field: 'minor' | 'saleMinor'): ReadValue =>
  (value) => {
    const minor = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
    return Number.isSafeInteger(minor) && (minor as number) >= 0
      ? { [field]: minor as number }
      : 'must be an integer';
  };

const currency: ReadValue = (value) =>
  typeof value === 'string' && /^[A-Z]{3}$/.test(value)
    ? { currency: value }
    : 'must be an ISO 4217 currency code';

const looks: Record<string, ReadValue> = {
  description: text('description', 9999),
  availability: oneOf('availability', availabilities),
  condition: oneOf('condition', conditions),
  visibility: oneOf('visibility', visibilities),
};

/** Under the names of feeds and of the batch API (Meta, "Catalog Batch API"). */
const itemFields: Record<string, ReadValue> = {
  ...looks,
  title: text('name', 200),
  price: priceText('minor'),
  sale_price: priceText('saleMinor'),
  link: address('url'),
  image_link: address('imageUrl'),
};

/** Under the names of the edge `products`, whose prices are hundredths. */
const productFields: Record<string, ReadValue> = {
  ...looks,
  name: text('name', 200),
  price: priceNumber('minor'),
  sale_price: priceNumber('saleMinor'),
  currency,
  url: address('url'),
  image_url: address('imageUrl'),
};

/** Kept as they were given: the batch API's name, and Graph's where it is another. */
const keptFields: Record<string, string> = {
  mpn: 'manufacturer_part_number',
  item_group_id: 'retailer_product_group_id',
  google_product_category: 'category',
  additional_image_link: 'additional_image_urls',
};

export const keptNames = [
  ...Object.values(keptFields),
  'brand',
  'gtin',
  'color',
  'size',
  'pattern',
  'material',
  'gender',
  'age_group',
  'product_type',
  'inventory',
  'quantity_to_sell_on_facebook',
  'origin_country',
  'importer_name',
  'importer_address',
  'manufacturer_info',
  'custom_label_0',
  'custom_label_1',
  'custom_label_2',
  'custom_label_3',
  'custom_label_4',
];

interface Read {
  draft: Draft;
  /** What is wrong, one sentence for each field. */
  errors: string[];
}

export const readItem = (data: Record<string, unknown>): Read => read(data, itemFields);

export const readProduct = (params: Record<string, unknown>): Read => read(params, productFields);

function read(given: Record<string, unknown>, fields: Record<string, ReadValue>): Read {
  const errors: string[] = [];
  const draft: Draft = {};
  const more: Record<string, Json> = {};
  for (const [name, value] of Object.entries(given)) {
    const kept = Object.hasOwn(keptFields, name) ? keptFields[name] : name;
    if (value === undefined || value === null) continue;
    if (Object.hasOwn(fields, name)) {
      const part = fields[name]?.(value) ?? '';
      if (typeof part === 'string') errors.push(`Param ${name} ${part}`);
      else Object.assign(draft, part);
    } else if (kept !== undefined && keptNames.includes(kept) && isPlain(value)) {
      more[kept] = value;
    }
  }
  return { draft: Object.keys(more).length === 0 ? draft : { ...draft, more }, errors };
}

function isPlain(value: unknown): value is Json {
  const isText = (one: unknown): boolean => typeof one === 'string' && one.length <= 5000;
  if (Array.isArray(value)) return value.length <= 20 && value.every(isText);
  if (isObject(value)) return Object.values(value).every(isText);
  return isText(value) || typeof value === 'number' || typeof value === 'boolean';
}

/** Whatever a product cannot be without, under its name in the batch API and at the edge `products`. */
const needed = {
  item: {
    title: 'name',
    description: 'description',
    availability: 'availability',
    condition: 'condition',
    price: 'minor',
    link: 'url',
    image_link: 'imageUrl',
  },
  product: { name: 'name', image_url: 'imageUrl', price: 'minor', currency: 'currency', url: 'url' },
} as const;

export const missingIn = (draft: Draft, kind: keyof typeof needed): string[] =>
  Object.entries(needed[kind]).flatMap(([name, field]) => (draft[field] === undefined ? [name] : []));
