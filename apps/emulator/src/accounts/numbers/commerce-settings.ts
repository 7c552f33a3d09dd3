import type { BusinessNumber } from '../../directory/records.ts';
import type { Emulator } from '../../emulator.ts';
import type { Call, Edges } from '../../graph/call.ts';
import { refuse } from '../../graph/errors.ts';
import { flag } from '../reading.ts';

/** Whether the chat shows a cart and the catalog (Meta, "Catalogs"). */
export const commerceSettingEdges = ({ directory: { numbers } }: Emulator): Edges => ({
  'GET number/whatsapp_commerce_settings': {
    access: 'whatsapp_business_management',
    answer: ({ node }: Call<BusinessNumber>) => ({ data: [{ ...commerceSettings(node), id: node.id }] }),
  },
  'POST number/whatsapp_commerce_settings': {
    access: 'whatsapp_business_management',
    answer({ node, params }: Call<BusinessNumber>) {
      const cart = flag(params, 'is_cart_enabled');
      const catalog = flag(params, 'is_catalog_visible');
      if (cart === undefined && catalog === undefined)
        refuse(100, 'The parameter is_cart_enabled or is_catalog_visible is required.');
      numbers.change(node.id, {
        ...(cart !== undefined && { cart }),
        ...(catalog !== undefined && { catalog }),
      });
      return { success: true };
    },
  },
});

export const commerceSettings = ({ cart = true, catalog = false }: BusinessNumber) => ({
  is_cart_enabled: cart,
  is_catalog_visible: catalog,
});
