import { isObject, type JsonObject } from '../world/json.ts';

/** What a message wants from the shelves. */
export interface Wanted {
  /** Without one it is the account's. */
  catalogId?: string;
  retailerIds: string[];
  /** Whether all must be there, or one is enough. */
  need: 'all' | 'some';
  /** Opens the whole catalog, which must not be hidden. */
  opens?: true;
}

/** Every product and catalog that a message names, in any of its kinds. */
export function wantedBy(content: JsonObject): Wanted[] {
  const { interactive, template } = content;
  if (isObject(interactive)) return kinds[text(interactive.type)]?.(object(interactive.action)) ?? [];
  if (isObject(template)) return list(template.components).flatMap(wantedByComponent);
  return [];
}

type Part = Record<string, unknown>;

const kinds: Record<string, (action: Part) => Wanted[]> = {
  product: (action) => [oneProduct(action)],
  product_list: ({ catalog_id: catalog, sections }) => [
    { ...catalogIn(catalog), retailerIds: itemsOf(sections), need: 'some' },
  ],
  catalog_message: ({ parameters }) => [wholeCatalog(object(parameters))],
  carousel: ({ cards }) =>
    list(cards)
      .map(object)
      .flatMap((card) => (card.type === 'product' ? [oneProduct(object(card.action))] : [])),
  order_details: ({ parameters }) => orderItems(object(parameters)),
};

/** Of a template's component as it is sent. */
function wantedByComponent(given: unknown): Wanted[] {
  const component = object(given);
  const parameters = list(component.parameters).map(object);
  if (component.type === 'header')
    return parameters.flatMap(({ product }) => (isObject(product) ? [oneProduct(product)] : []));
  if (component.type === 'carousel')
    return list(component.cards).flatMap((card) => list(object(card).components).flatMap(wantedByComponent));
  const action = object(parameters[0]?.action);
  return buttons[text(component.sub_type)]?.(action) ?? [];
}

const buttons: Record<string, (action: Part) => Wanted[]> = {
  catalog: (action) => [wholeCatalog(action)],
  mpm: ({ thumbnail_product_retailer_id: thumbnail, sections }) => [
    { retailerIds: [text(thumbnail)], need: 'all' },
    { retailerIds: itemsOf(sections), need: 'some' },
  ],
  order_details: ({ order_details: details }) => orderItems(object(details)),
};

const oneProduct = ({ catalog_id: catalog, product_retailer_id: id }: Part): Wanted => ({
  ...catalogIn(catalog),
  retailerIds: [text(id)],
  need: 'all',
});

const wholeCatalog = ({ thumbnail_product_retailer_id: thumbnail }: Part): Wanted => ({
  retailerIds: thumbnail === undefined ? [] : [text(thumbnail)],
  need: 'all',
  opens: true,
});

/** An order without a catalog says itself what its goods are. */
function orderItems({ order }: Part): Wanted[] {
  const { catalog_id: catalog, items } = object(order);
  if (catalog === undefined) return [];
  const retailerIds = list(items).map((item) => text(object(item).retailer_id));
  return [{ ...catalogIn(catalog), retailerIds, need: 'all' }];
}

const catalogIn = (id: unknown): { catalogId?: string } => (id === undefined ? {} : { catalogId: text(id) });

const itemsOf = (sections: unknown): string[] =>
  list(sections)
    .flatMap((section) => list(object(section).product_items))
    .map((item) => text(object(item).product_retailer_id));

const object = (value: unknown): Part => (isObject(value) ? value : {});

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
