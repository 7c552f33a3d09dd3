import type {
  CatalogMessage,
  ProductListMessage,
  ProductMessage,
  ProductReference,
  ProductSection,
} from '@trikon/whatsapp';
import { body, footer, textHeader, without } from './interactive-parts.ts';
import { array, object, oneOf, optional, shortLabel, text } from './reading.ts';
import { requireTitles, sectionCount } from './replies.ts';
import { wrong } from './wrong.ts';

export const productReference = object<ProductReference>({ catalog_id: text(), product_retailer_id: text() });

export const productMessage = object<ProductMessage>(
  { type: oneOf('product'), body: optional(body), footer, action: productReference },
  { refused: without('Header', 'product') },
);

const section = object<ProductSection>({
  title: optional(shortLabel('Section title', 24)),
  product_items: array(object({ product_retailer_id: text() }), {
    min: 1,
    details: 'Every section needs at least one product',
  }),
});

const sectionList = array(section, sectionCount);

/** The sections of a multi-product message, and of the template button for one. */
export const productSections = (value: unknown, now: number): ProductSection[] => {
  const sections = sectionList(value, now);
  const products = sections.reduce((sum, one) => sum + one.product_items.length, 0);
  if (products > 30) wrong(131009, 'Total product count exceed max allowed count: 30');
  requireTitles(sections);
  return sections;
};

export const productListMessage = object<ProductListMessage>({
  type: oneOf('product_list'),
  header: textHeader,
  body,
  footer,
  action: object<ProductListMessage['action']>({ catalog_id: text(), sections: productSections }),
});

export const catalogMessage = object<CatalogMessage>(
  {
    type: oneOf('catalog_message'),
    body,
    footer,
    action: object<CatalogMessage['action']>({
      name: oneOf('catalog_message'),
      parameters: optional(
        object<{ thumbnail_product_retailer_id?: string }>({
          thumbnail_product_retailer_id: optional(text()),
        }),
      ),
    }),
  },
  { refused: without('Header', 'catalog_message') },
);
