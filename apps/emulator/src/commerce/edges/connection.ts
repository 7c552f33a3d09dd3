import { requiredText } from '../../accounts/reading.ts';
import type { Waba } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import type { Catalog } from '../records.ts';
import type { Shelves } from '../shelves.ts';

const access = ['catalog_management', 'whatsapp_business_management'] as const;

/** Which catalog an account shows and sells from: one, which may serve several of its numbers. */
export const connectionEdges = ({ graph: { nodes } }: Emulator, shelves: Shelves): Edges => ({
  'GET waba/product_catalogs': {
    access,
    answer(call: Call<Waba>) {
      const catalog = shelves.catalogOf(call.node.id);
      return { data: catalog ? [nodes.show('catalog', catalog, call)] : [] };
    },
  },
  'POST waba/product_catalogs': {
    access,
    answer(call: Call<Waba>) {
      const catalog = namedCatalog(call, shelves);
      const current = shelves.catalogOf(call.node.id);
      if (current && current.id !== catalog.id)
        refuse(
          100,
          `The WhatsApp Business account is connected with catalog ${current.id}; disconnect it first.`,
        );
      shelves.links.put({ id: call.node.id, catalogId: catalog.id });
      return { success: true };
    },
  },
  'DELETE waba/product_catalogs': {
    access,
    answer(call: Call<Waba>) {
      const catalog = namedCatalog(call, shelves);
      if (shelves.catalogOf(call.node.id)?.id !== catalog.id)
        refuse(100, `Catalog ${catalog.id} is not connected with this WhatsApp Business account.`);
      shelves.links.delete(call.node.id);
      return { success: true };
    },
  },
});

/** A catalog of another portfolio looks as if it was not there. */
function namedCatalog({ params, token }: Call<Waba>, { catalogs }: Shelves): Catalog {
  const id = requiredText(params, 'catalog_id');
  const catalog = catalogs.get(id);
  if (catalog && token.businessIds.includes(catalog.businessId)) return catalog;
  return refuse(
    100,
    `Unsupported post request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation.`,
    { subcode: 33, type: 'GraphMethodException' },
  );
}
