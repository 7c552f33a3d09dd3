import type { Emulator } from '../emulator.ts';
import type { Call } from '../graph/call.ts';
import type { ReadField } from '../graph/nodes.ts';
import { readFilter } from './filter.ts';
import { showPrice } from './price.ts';
import { keptNames } from './product-fields.ts';
import type { Catalog, Product, ProductSet } from './records.ts';
import type { Shelves } from './shelves.ts';

type Read<Node> = Record<string, ReadField<Node>>;

/** What can be read of catalogs, products and sets (Meta, "Product Catalog", "Product Item", "Product Set"). */
export function defineCommerceNodes({ directory, graph: { nodes } }: Emulator, shelves: Shelves): void {
  const owner = (catalogId: string) => ({ businessId: shelves.catalogs.get(catalogId)?.businessId ?? '' });
  nodes.define<Catalog>({
    kind: 'catalog',
    type: 'ProductCatalog',
    collection: shelves.catalogs,
    owner: ({ businessId }) => ({ businessId }),
    defaults: ['id', 'name'],
    fields: {
      name: ({ name }) => name,
      vertical: ({ vertical }) => vertical,
      product_count: ({ id }) => shelves.productsOf.all(id).length,
      business: ({ businessId: id }) => ({ id, name: directory.businesses.get(id)?.name }),
    },
  });
  nodes.define<Product>({
    kind: 'product',
    type: 'ProductItem',
    collection: shelves.products,
    owner: ({ catalogId }) => owner(catalogId),
    defaults: ['id', 'name', 'retailer_id'],
    fields: {
      ...looks,
      ...reviews,
      ...Object.fromEntries(keptNames.map((name) => [name, ({ more }: Product) => more[name]])),
      product_catalog: ({ catalogId }) => showCatalog(shelves, catalogId),
      product_sets: (product) => ({ data: setsWith(shelves, product).map(({ id, name }) => ({ id, name })) }),
    },
  });
  nodes.define<ProductSet>({
    kind: 'product_set',
    type: 'ProductSet',
    collection: shelves.sets,
    owner: ({ catalogId }) => owner(catalogId),
    defaults: ['id', 'name'],
    fields: {
      name: ({ name }) => name,
      filter: ({ filter }) => (filter ? JSON.stringify(filter) : undefined),
      product_count: (set) => productsIn(shelves, set).length,
      product_catalog: ({ catalogId }) => showCatalog(shelves, catalogId),
    },
  });
}

const looks: Read<Product> = {
  retailer_id: ({ retailerId }) => retailerId,
  name: ({ name }) => name,
  description: ({ description }) => description || undefined,
  availability: ({ availability }) => availability,
  condition: ({ condition }) => condition,
  visibility: ({ visibility }) => visibility,
  currency: ({ currency }) => currency,
  price: (product) => showPrice(product),
  sale_price: ({ saleMinor: minor, currency }) =>
    minor === undefined ? undefined : showPrice({ minor, currency }),
  image_url: ({ imageUrl }, _, { origin }: Call) =>
    // Pictures that the emulator serves itself have the address under which it was reached.
    (imageUrl.startsWith('/') ? origin + imageUrl : imageUrl) || undefined,
  url: ({ url }) => url || undefined,
};

const reviews: Read<Product> = {
  review_status: ({ review }) => (review === 'NO_REVIEW' ? '' : review.toLowerCase()),
  capability_to_review_status: ({ review }) => [{ key: 'WHATSAPP', value: review }],
  review_rejection_reasons: ({ review }) => (review === 'REJECTED' ? ['ILLEGAL_PRODUCTS'] : []),
};

const showCatalog = ({ catalogs }: Shelves, id: string) => ({ id, name: catalogs.get(id)?.name });

const setsWith = ({ setsOf }: Shelves, product: Product): ProductSet[] =>
  setsOf.all(product.catalogId).filter(({ filter }) => !filter || readFilter(filter)(product));

export function productsIn({ productsOf }: Shelves, { catalogId, filter }: ProductSet): Product[] {
  const products = productsOf.all(catalogId);
  return filter ? products.filter(readFilter(filter)) : products;
}
