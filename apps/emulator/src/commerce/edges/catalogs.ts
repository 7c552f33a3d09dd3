import { requiredText, text } from '../../accounts/reading.ts';
import type { Business } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { refuse } from '../../graph/errors.ts';
import type { Catalog } from '../records.ts';
import type { Shelves } from '../shelves.ts';

const access = 'catalog_management';

/** Catalogs of a portfolio (Meta, "Product Catalog"). */
export const catalogEdges = ({ world, graph: { nodes } }: Emulator, shelves: Shelves): Edges => ({
  'GET business/owned_product_catalogs': {
    access: [access, 'business_management'],
    answer(call: Call<Business>) {
      const page = pageOf(shelves.catalogsOf.all(call.node.id), call, {
        path: `${call.node.id}/owned_product_catalogs`,
      });
      return { ...page, data: page.data.map((catalog) => nodes.show('catalog', catalog, call)) };
    },
  },
  'POST business/owned_product_catalogs': {
    access: [access, 'business_management'],
    answer({ node, params }: Call<Business>) {
      const vertical = text(params, 'vertical') ?? 'commerce';
      if (vertical !== 'commerce') refuse(100, 'Param vertical must be one of {commerce}.');
      const catalog = shelves.catalogs.put({
        id: world.ids.next(),
        businessId: node.id,
        name: requiredText(params, 'name', { max: 100 }),
        vertical,
        createdAt: world.clock.now(),
      });
      return { id: catalog.id };
    },
  },
  'POST catalog': {
    access,
    answer({ node, params }: Call<Catalog>) {
      shelves.catalogs.change(node.id, { name: requiredText(params, 'name', { max: 100 }) });
      return { success: true };
    },
  },
  'DELETE catalog': {
    access,
    answer({ node: { id } }: Call<Catalog>) {
      for (const product of shelves.productsOf.all(id)) shelves.products.delete(product.id);
      for (const set of shelves.setsOf.all(id)) shelves.sets.delete(set.id);
      for (const link of shelves.links.filter(({ catalogId }) => catalogId === id))
        shelves.links.delete(link.id);
      shelves.catalogs.delete(id);
      return { success: true };
    },
  },
});
