import { commerceSettings } from '../accounts/numbers/commerce-settings.ts';
import type { BusinessNumber } from '../directory/records.ts';
import { refuse } from '../graph/errors.ts';
import type { JsonObject } from '../world/json.ts';
import { type Wanted, wantedBy } from './product-references.ts';
import { isSendable, type Shelves } from './shelves.ts';

const notEnabled =
  'Check if catalog is linked to the WhatsApp Business Account and the catalog is enabled in the WhatsApp Commerce Settings';

/** Refuses products that cannot be shown; of a list that some of can be shown, the others are left out. */
export function checkProducts(shelves: Shelves, number: BusinessNumber, content: JsonObject): void {
  const wanted = wantedBy(content);
  if (wanted.length === 0) return;
  const catalog = shelves.catalogOf(number.wabaId);
  for (const { catalogId = catalog?.id, retailerIds, need, opens } of wanted) {
    if (!catalog || catalogId !== catalog.id) refuse(131009, notEnabled);
    if (opens) refuseHidden(shelves, number, catalog.id);
    const missing = missingProducts(shelves, catalog.id, retailerIds);
    const isRefused = need === 'all' ? missing.length > 0 : missing.length === retailerIds.length;
    if (isRefused && retailerIds.length > 0) refuseMissing(content, catalog.id, missing);
  }
}

/** Nobody can look into a catalog that the number does not show, or that has nothing to show. */
function refuseHidden({ productsOf }: Shelves, number: BusinessNumber, catalogId: string): void {
  if (!commerceSettings(number).is_catalog_visible) refuse(131009, notEnabled);
  if (!productsOf.all(catalogId).some(isSendable)) refuse(131009, 'Products not found in FB Catalog');
}

/** Templates name what is missing. */
function refuseMissing(content: JsonObject, catalogId: string, [first = '']: string[]): never {
  return refuse(
    131009,
    content.template === undefined
      ? 'Products not found in FB Catalog'
      : `product not found for product_retailer_id, ${first}, in catalog_id, ${catalogId}`,
  );
}

export const missingProducts = (
  { find }: Shelves,
  catalogId: string,
  retailerIds: Wanted['retailerIds'],
): string[] =>
  retailerIds.filter((id) => {
    const product = find(catalogId, id);
    return !product || !isSendable(product);
  });
