import { refuse } from '../graph/errors.ts';
import { isObject } from '../world/json.ts';
import type { Product } from './records.ts';

type Value = string | number | undefined;

/** What a rule may ask of a product, by the names of the batch API and of Graph. */
const fields: Record<string, (product: Product) => Value> = {
  retailer_id: ({ retailerId }) => retailerId,
  product_item_id: ({ id }) => id,
  name: ({ name }) => name,
  title: ({ name }) => name,
  description: ({ description }) => description,
  availability: ({ availability }) => availability,
  condition: ({ condition }) => condition,
  price: ({ minor }) => minor,
  sale_price: ({ saleMinor }) => saleMinor,
  visibility: ({ visibility }) => visibility,
  item_group_id: kept('retailer_product_group_id'),
  google_product_category: kept('category'),
};

for (const name of ['brand', 'category', 'color', 'gender', 'material', 'pattern', 'product_type', 'size'])
  fields[name] = kept(name);
for (const at of [0, 1, 2, 3, 4]) fields[`custom_label_${at}`] = kept(`custom_label_${at}`);

function kept(name: string): (product: Product) => Value {
  return ({ more }) => {
    const value = more[name];
    return typeof value === 'string' || typeof value === 'number' ? value : undefined;
  };
}

type Compare = (value: Value, wanted: unknown) => boolean;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const lowered = (value: unknown): string => textOf(value).toLowerCase();

const isAny =
  (read: (value: unknown) => string): Compare =>
  (value, wanted) =>
    Array.isArray(wanted) && wanted.some((one) => read(one) === read(value));

const isBeside =
  (fits: (value: number, wanted: number) => boolean): Compare =>
  (value, wanted) =>
    value !== undefined && fits(Number(value), Number(wanted));

const operators: Record<string, Compare> = {
  eq: (value, wanted) => textOf(value) === textOf(wanted),
  contains: (value, wanted) => textOf(value).includes(textOf(wanted)),
  i_contains: (value, wanted) => lowered(value).includes(lowered(wanted)),
  starts_with: (value, wanted) => textOf(value).startsWith(textOf(wanted)),
  i_starts_with: (value, wanted) => lowered(value).startsWith(lowered(wanted)),
  is_any: isAny(textOf),
  i_is_any: isAny(lowered),
  lt: isBeside((value, wanted) => value < wanted),
  lte: isBeside((value, wanted) => value <= wanted),
  gt: isBeside((value, wanted) => value > wanted),
  gte: isBeside((value, wanted) => value >= wanted),
};

const opposites: Record<string, string> = {
  neq: 'eq',
  not_contains: 'contains',
  i_not_contains: 'i_contains',
  is_not_any: 'is_any',
  i_is_not_any: 'i_is_any',
};

const deepest = 10;

/**
 * Reads a rule such as `{"retailer_id":{"is_any":["SKU-1"]}}`, of which `and` and `or` make larger ones, once; the answer
 * tells of each product whether it fits (Meta, "Product Set").
 */
export function readFilter(rule: unknown, depth = 0): (product: Product) => boolean {
  const [name, inner] = onlyEntry(rule);
  if (depth > deepest) refuse(100, `Param filter may be nested ${deepest} deep at most.`);
  if (name === 'and' || name === 'or') {
    if (!Array.isArray(inner) || inner.length === 0)
      refuse(100, `Param filter: ${name} must be a list of rules.`);
    const parts = inner.map((one: unknown) => readFilter(one, depth + 1));
    return name === 'and'
      ? (product) => parts.every((fits) => fits(product))
      : (product) => parts.some((fits) => fits(product));
  }
  const valueOf = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!valueOf) refuse(100, `Param filter: there is no field ${name}.`);
  const [operator, wanted] = onlyEntry(inner);
  const compare = compareBy(operator);
  return (product) => compare(valueOf(product), wanted);
}

function compareBy(name: string): Compare {
  const opposite = Object.hasOwn(opposites, name) ? opposites[name] : undefined;
  if (opposite !== undefined) {
    const compare = compareBy(opposite);
    return (value, wanted) => !compare(value, wanted);
  }
  const compare = Object.hasOwn(operators, name) ? operators[name] : undefined;
  return compare ?? refuse(100, `Param filter: there is no operator ${name}.`);
}

function onlyEntry(value: unknown): [string, unknown] {
  const [entry, ...others] = isObject(value) ? Object.entries(value) : [];
  return entry && others.length === 0
    ? entry
    : refuse(100, 'Param filter must be a JSON rule with one field or one of and, or.');
}
