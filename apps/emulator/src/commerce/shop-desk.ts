import type { Directory } from '../directory/directory.ts';
import type { ProductView } from '../phones/card-view.ts';
import type { ShopDesk } from '../phones/neighbours.ts';
import type { Product } from './records.ts';
import { isSendable, type Shelves } from './shelves.ts';

/** The shop as customers see it on their phones. */
export function createShopDesk({ numbers }: Directory, shelves: Shelves): ShopDesk {
  return {
    // Carts are filled from a hidden catalog too: messages show its products.
    catalogOf(numberId) {
      const number = numbers.get(numberId);
      const catalog = number && shelves.catalogOf(number.wabaId);
      if (!catalog) return null;
      const products = shelves.productsOf.all(catalog.id).filter(isSendable);
      return { id: catalog.id, name: catalog.name, products: products.map(showProduct) };
    },
    product(catalogId, retailerId) {
      const product = shelves.find(catalogId, retailerId);
      return product ? showProduct(product) : unknownProduct(catalogId, retailerId);
    },
  };
}

function showProduct(product: Product): ProductView {
  const { catalogId, retailerId, name, description, currency, minor, saleMinor, imageUrl, url } = product;
  const isReduced = saleMinor !== undefined && saleMinor < minor;
  return {
    catalogId,
    retailerId,
    name,
    ...(description && { description }),
    price: { minor, currency },
    ...(isReduced && { salePrice: { minor: saleMinor, currency } }),
    ...(imageUrl && { picture: imageUrl }),
    inStock: product.availability !== 'out of stock' && product.availability !== 'discontinued',
    ...(url && { url }),
  };
}

const unknownProduct = (catalogId: string, retailerId: string): ProductView => ({
  catalogId,
  retailerId,
  name: retailerId,
  price: { minor: 0, currency: 'INR' },
  inStock: false,
});
