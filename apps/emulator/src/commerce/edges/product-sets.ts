import { requiredText, text } from '../../accounts/reading.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { pageOf } from '../../graph/cursors.ts';
import { refuse } from '../../graph/errors.ts';
import { isObject, type JsonObject } from '../../world/json.ts';
import { readFilter } from '../filter.ts';
import { productsIn } from '../nodes.ts';
import type { Catalog, ProductSet } from '../records.ts';
import type { Shelves } from '../shelves.ts';

const access = 'catalog_management';

/** Parts of a catalog by a rule (Meta, "Product Set"). */
export const productSetEdges = ({ world, graph: { nodes } }: Emulator, shelves: Shelves): Edges => ({
  'GET catalog/product_sets': {
    access,
    answer(call: Call<Catalog>) {
      const page = pageOf(shelves.setsOf.all(call.node.id), call, { path: `${call.node.id}/product_sets` });
      return { ...page, data: page.data.map((set) => nodes.show('product_set', set, call)) };
    },
  },
  'POST catalog/product_sets': {
    access,
    answer({ node, params }: Call<Catalog>) {
      const name = requiredText(params, 'name', { max: 100 });
      const set = { id: world.ids.next(), catalogId: node.id, name, ...filterIn(params) };
      return { id: shelves.sets.put(set).id };
    },
  },
  'POST product_set': {
    access,
    answer({ node, params }: Call<ProductSet>) {
      const name = text(params, 'name', { min: 1, max: 100 });
      shelves.sets.change(node.id, { ...(name !== undefined && { name }), ...filterIn(params) });
      return { success: true };
    },
  },
  'DELETE product_set': {
    access,
    answer({ node }: Call<ProductSet>) {
      shelves.sets.delete(node.id);
      return { success: true };
    },
  },
  'GET product_set/products': {
    access,
    answer(call: Call<ProductSet>) {
      const page = pageOf(productsIn(shelves, call.node), call, { path: `${call.node.id}/products` });
      return { ...page, data: page.data.map((product) => nodes.show('product', product, call)) };
    },
  },
});

function filterIn({ filter }: Record<string, unknown>): { filter?: JsonObject } {
  if (filter === undefined) return {};
  const rule = typeof filter === 'string' ? parse(filter) : filter;
  readFilter(rule);
  return isObject(rule) ? { filter: rule as JsonObject } : {};
}

/** In a JSON body the rule is a text. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse(100, 'Param filter must be a JSON-encoded rule.');
  }
}
