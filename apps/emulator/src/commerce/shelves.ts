import type { Collection, Index } from '../world/collection.ts';
import type { World } from '../world/world.ts';
import type { Batch, Catalog, CatalogLink, Product, ProductSet } from './records.ts';

/** All catalogs of the world and what is in them. */
export interface Shelves {
  catalogs: Collection<Catalog>;
  products: Collection<Product>;
  sets: Collection<ProductSet>;
  batches: Collection<Batch>;
  links: Collection<CatalogLink>;
  catalogsOf: Index<Catalog>;
  productsOf: Index<Product>;
  setsOf: Index<ProductSet>;
  find: (catalogId: string, retailerId: string) => Product | undefined;
  /** The catalog that is connected with an account. */
  catalogOf: (wabaId: string) => Catalog | undefined;
}

export function createShelves(world: World): Shelves {
  const catalogs = world.collection<Catalog>('catalogs');
  const products = world.collection<Product>('products');
  const sets = world.collection<ProductSet>('product-sets');
  const links = world.collection<CatalogLink>('catalog-links');
  const byRetailerId = products.index((one) => keyOf(one.catalogId, one.retailerId));
  return {
    catalogs,
    products,
    sets,
    links,
    batches: world.collection<Batch>('catalog-batches'),
    catalogsOf: catalogs.index(({ businessId }) => businessId),
    productsOf: products.index(({ catalogId }) => catalogId),
    setsOf: sets.index(({ catalogId }) => catalogId),
    find: (catalogId, retailerId) => byRetailerId.get(keyOf(catalogId, retailerId)),
    catalogOf(wabaId) {
      const link = links.get(wabaId);
      return link && catalogs.get(link.catalogId);
    },
  };
}

const keyOf = (catalogId: string, retailerId: string): string => `${catalogId} ${retailerId}`;

/** Whether a message may show it: reviewed, or in no need of it, and not held back by the business. */
export const isSendable = ({ review, visibility }: Product): boolean =>
  (review === 'APPROVED' || review === 'NO_REVIEW') && visibility === 'published';
