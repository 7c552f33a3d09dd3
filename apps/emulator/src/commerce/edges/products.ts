import { requiredText } from '../../accounts/reading.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { refuse } from '../../graph/errors.ts';
import { readFilter } from '../filter.ts';
import { missingIn, readProduct } from '../product-fields.ts';
import type { Catalog, Draft, Product } from '../records.ts';
import type { Shelves } from '../shelves.ts';
import type { Stock } from '../stock.ts';

const access = 'catalog_management';

/** Products one at a time (Meta, "Product Catalog Products", "Product Item"). */
export const productEdges = ({ graph: { nodes } }: Emulator, shelves: Shelves, stock: Stock): Edges => ({
  'GET catalog/products': {
    access,
    answer(call: Call<Catalog>) {
      const { filter } = call.params;
      const all = shelves.productsOf.all(call.node.id);
      const found = filter === undefined ? all : all.filter(readFilter(filter));
      const page = pageOf(found, call, { path: `${call.node.id}/products` });
      return { ...page, data: page.data.map((product) => nodes.show('product', product, call)) };
    },
  },
  'POST catalog/products': {
    access,
    answer({ node, params }: Call<Catalog>) {
      const retailerId = requiredText(params, 'retailer_id', { max: 100 });
      const draft = draftOf(params);
      const [missing] = missingIn(draft, 'product');
      if (missing !== undefined) refuse(100, `The parameter ${missing} is required.`);
      if (shelves.find(node.id, retailerId))
        refuse(100, `Duplicate retailer_id when attempting to create a product: ${retailerId}`);
      return { id: stock.keep(node.id, retailerId, draft).id };
    },
  },
  'POST product': {
    access,
    answer({ node, params }: Call<Product>) {
      stock.keep(node.catalogId, node.retailerId, draftOf(params));
      return { success: true };
    },
  },
  'DELETE product': {
    access,
    answer({ node }: Call<Product>) {
      stock.remove(node.id);
      return { success: true };
    },
  },
});

function draftOf(params: Record<string, unknown>): Draft {
  const { draft, errors } = readProduct(params);
  return errors[0] === undefined ? draft : refuse(100, errors[0]);
}
