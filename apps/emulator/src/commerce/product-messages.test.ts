import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleCatalogId } from '../sample/sample-catalog.ts';
import { sample } from '../sample/sample-world.ts';
import type { JsonObject } from '../world/json.ts';
import { openStall, type Stall } from './test/stall.ts';

let stall: Stall;

beforeEach(() => {
  stall = openStall();
});

afterEach(() => stall.close());

const body = { text: 'दिवाली के लिए नई साड़ियाँ' };

const product = (id: string, catalog = sampleCatalogId): JsonObject => ({
  type: 'product',
  body,
  action: { catalog_id: catalog, product_retailer_id: id },
});

const list = (...ids: string[]): JsonObject => ({
  type: 'product_list',
  header: { type: 'text', text: 'Silk' },
  body,
  action: {
    catalog_id: sampleCatalogId,
    sections: ids.map((id) => ({ title: id.slice(0, 20), product_items: [{ product_retailer_id: id }] })),
  },
});

const catalogMessage = (thumbnail?: string): JsonObject => ({
  type: 'catalog_message',
  body,
  action: {
    name: 'catalog_message',
    ...(thumbnail !== undefined && { parameters: { thumbnail_product_retailer_id: thumbnail } }),
  },
});

const carousel = (...ids: string[]): JsonObject => ({
  type: 'carousel',
  body,
  action: {
    cards: ids.map((id, at) => ({
      card_index: at,
      type: 'product',
      action: { catalog_id: sampleCatalogId, product_retailer_id: id },
    })),
  },
});

const notFound = { code: 131009, error_data: { details: 'Products not found in FB Catalog' } };
const notLinked = {
  code: 131009,
  error_data: { details: expect.stringContaining('Check if catalog is linked') as string },
};

const answerTo = async (interactive: JsonObject) => (await stall.send(interactive)).body;

describe('a product message', () => {
  test('goes out when its products are in the connected catalog', async () => {
    for (const message of [
      product('SS-SAR-101'),
      list('SS-SAR-101', 'SS-DUP-201'),
      catalogMessage('SS-SAR-101'),
      catalogMessage(),
      carousel('SS-SAR-101', 'SS-SAR-102'),
    ])
      expect(await stall.send(message), JSON.stringify(message)).toMatchObject({ status: 200 });
  });

  test('goes out for what is sold out: the phone says so', async () => {
    expect(await stall.send(product('SS-SAR-106'))).toMatchObject({ status: 200 });
  });

  test('is refused for products that nobody knows', async () => {
    for (const message of [product('SKU-1'), list('SKU-1', 'SKU-2'), catalogMessage('SKU-1')])
      expect(await answerTo(message), JSON.stringify(message)).toMatchObject(notFound);
    expect(await answerTo(carousel('SS-SAR-101', 'SKU-1'))).toMatchObject(notFound);
  });

  test('is refused for a catalog that is not connected, and for one of somebody else', async () => {
    const other = await stall.ask('POST', `/${sample.businessId}/owned_product_catalogs`, {
      body: { name: 'Two' },
    });
    for (const catalog of ['1', String(other.body.id)])
      expect(await answerTo(product('SS-SAR-101', catalog))).toMatchObject(notLinked);
    const { shelves } = stall.commerce;
    shelves.links.delete(sample.wabaId);
    for (const message of [product('SS-SAR-101'), catalogMessage(), list('SS-SAR-101')])
      expect(await answerTo(message)).toMatchObject(notLinked);
  });

  test('that opens a hidden catalog is refused; its products can be shown', async () => {
    await stall.ask('POST', `/${sample.numberId}/whatsapp_commerce_settings`, {
      body: { is_catalog_visible: false },
    });
    expect(await answerTo(catalogMessage())).toMatchObject(notLinked);
    expect(await stall.send(product('SS-SAR-101'))).toMatchObject({ status: 200 });
  });

  test('is refused while a product is under review, after it was rejected, and when it is held back', async () => {
    const { stock, shelves } = stall.commerce;
    const { id } = stock.keep(sampleCatalogId, 'SS-SAR-102', { name: 'कांजीवरम साड़ी' });
    expect(await answerTo(product('SS-SAR-102'))).toMatchObject(notFound);
    await stall.travel(3);
    expect(await stall.send(product('SS-SAR-102'))).toMatchObject({ status: 200 });
    stock.review(id, 'REJECTED');
    expect(await answerTo(product('SS-SAR-102'))).toMatchObject(notFound);
    shelves.products.change(id, { review: 'APPROVED', visibility: 'staging' });
    expect(await answerTo(product('SS-SAR-102'))).toMatchObject(notFound);
  });

  test('of an empty catalog opens nothing', async () => {
    for (const { id } of stall.commerce.shelves.products.values()) stall.commerce.shelves.products.delete(id);
    expect(await answerTo(catalogMessage())).toMatchObject(notFound);
  });
});

describe('a list of products', () => {
  test('goes out without those that are not there, and the business hears which', async () => {
    const answer = await stall.send(list('SS-SAR-101', 'SKU-1', 'SS-DUP-201'));
    const { content } = stall.sent(answer);
    const { sections } = (content.interactive as { action: { sections: { title: string }[] } }).action;
    expect(sections.map(({ title }) => title)).toEqual(['SS-SAR-101', 'SS-DUP-201']);
    const told = await stall.told('messages');
    expect(told).toContainEqual(
      expect.objectContaining({
        errors: [
          expect.objectContaining({
            code: 131009,
            error_data: { details: 'Products not found in FB Catalog: SKU-1' },
          }),
        ],
      }),
    );
  });

  test('that is whole is left as it is, without a word', async () => {
    const message = list('SS-SAR-101', 'SS-DUP-201');
    const { content } = stall.sent(await stall.send(message));
    expect(content.interactive).toMatchObject({ action: message.action });
    expect((await stall.told('messages')).filter(({ errors }) => errors)).toEqual([]);
  });
});

describe('a template', () => {
  const header = (id: string): JsonObject => ({
    type: 'header',
    parameters: [{ type: 'product', product: { product_retailer_id: id, catalog_id: sampleCatalogId } }],
  });
  const button = (subType: string, action: JsonObject): JsonObject => ({
    type: 'button',
    sub_type: subType,
    index: 0,
    parameters: [{ type: 'action', action }],
  });
  const section = (id: string) => ({ title: 'Silk', product_items: [{ product_retailer_id: id }] });

  test('names its products by their numbers', async () => {
    const fine: JsonObject[][] = [
      [header('SS-SAR-101')],
      [button('catalog', { thumbnail_product_retailer_id: 'SS-SAR-101' })],
      [button('mpm', { thumbnail_product_retailer_id: 'SS-SAR-101', sections: [section('SS-DUP-201')] })],
      [{ type: 'carousel', cards: [{ card_index: 0, components: [header('SS-SAR-101')] }] }],
    ];
    for (const components of fine)
      expect(await stall.sendTemplate(components), JSON.stringify(components)).toMatchObject({ status: 200 });
  });

  test('is refused with the number of the product that is not there', async () => {
    const wrong: JsonObject[][] = [
      [header('SKU-1')],
      [button('catalog', { thumbnail_product_retailer_id: 'SKU-1' })],
      [button('mpm', { thumbnail_product_retailer_id: 'SKU-1', sections: [section('SS-DUP-201')] })],
      [button('mpm', { thumbnail_product_retailer_id: 'SS-SAR-101', sections: [section('SKU-1')] })],
      [{ type: 'carousel', cards: [{ card_index: 0, components: [header('SKU-1')] }] }],
    ];
    for (const components of wrong)
      expect((await stall.sendTemplate(components)).body, JSON.stringify(components)).toMatchObject({
        code: 131009,
        error_data: {
          details: `product not found for product_retailer_id, SKU-1, in catalog_id, ${sampleCatalogId}`,
        },
      });
  });
});

describe('on the phone', () => {
  const shop = () => stall.commerce.shop;

  test('the catalog shows what was reviewed, with the price that is paid', () => {
    const catalog = shop().catalogOf(sample.numberId);
    expect(catalog).toMatchObject({ id: sampleCatalogId, name: 'Surat Silks' });
    expect(catalog?.products).toHaveLength(12);
    expect(catalog?.products[0]).toMatchObject({
      retailerId: 'SS-SAR-101',
      price: { minor: 899_900, currency: 'INR' },
      salePrice: { minor: 749_900, currency: 'INR' },
      inStock: true,
    });
    expect(catalog?.products.find(({ retailerId }) => retailerId === 'SS-SAR-106')).toMatchObject({
      inStock: false,
    });
    stall.commerce.stock.keep(sampleCatalogId, 'NEW-1', { name: 'Not reviewed yet' });
    expect(shop().catalogOf(sample.numberId)?.products).toHaveLength(12);
  });

  test('a shop without a catalog has none', () => {
    expect(shop().catalogOf(sample.clinicNumberId)).toBeNull();
    expect(shop().catalogOf('1')).toBeNull();
  });

  test('a product that nobody knows is named by its number', () => {
    expect(shop().product(sampleCatalogId, 'SKU-1')).toEqual({
      catalogId: sampleCatalogId,
      retailerId: 'SKU-1',
      name: 'SKU-1',
      price: { minor: 0, currency: 'INR' },
      inStock: false,
    });
  });

  test('a sale price that is no bargain is not shown', () => {
    stall.commerce.stock.keep(sampleCatalogId, 'SS-SAR-101', { saleMinor: 900_000 });
    expect(shop().product(sampleCatalogId, 'SS-SAR-101').salePrice).toBeUndefined();
  });
});
