import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleCatalogId } from '../sample/sample-catalog.ts';
import { sample } from '../sample/sample-world.ts';
import { openStall, type Stall } from './test/stall.ts';

let stall: Stall;

beforeEach(() => {
  stall = openStall();
});

afterEach(() => stall.close());

const saree = {
  retailer_id: 'SS-SAR-901',
  name: 'Paithani Saree',
  description: 'From Yeola',
  price: 2_199_900,
  currency: 'INR',
  availability: 'in stock',
  condition: 'new',
  image_url: 'https://suratsilks.example.in/i/901.jpg',
  url: 'https://suratsilks.example.in/p/901',
};

const products = `/${sampleCatalogId}/products`;

async function create(body: object = saree): Promise<string> {
  const answer = await stall.ask('POST', products, { body: { ...body } });
  expect(answer).toMatchObject({ status: 200 });
  return String(answer.body.id);
}

describe('the catalogs of a portfolio', () => {
  test('are made, listed, renamed and thrown away with what is in them', async () => {
    const made = await stall.ask('POST', `/${sample.businessId}/owned_product_catalogs`, {
      body: { name: 'Wedding', vertical: 'commerce' },
    });
    const id = String(made.body.id);
    await stall.ask('POST', `/${id}/products`, { body: saree });
    await stall.ask('POST', `/${id}`, { body: { name: 'Weddings' } });
    const read = await stall.ask('GET', `/${id}?fields=name,vertical,product_count,business{name}`);
    expect(read.body).toEqual({
      id,
      name: 'Weddings',
      vertical: 'commerce',
      product_count: 1,
      business: { name: 'Surat Silks' },
    });
    const list = await stall.ask('GET', `/${sample.businessId}/owned_product_catalogs`);
    expect(list.body.data).toEqual([
      { id: sampleCatalogId, name: 'Surat Silks' },
      { id, name: 'Weddings' },
    ]);
    expect(await stall.ask('DELETE', `/${id}`)).toMatchObject({ body: { success: true } });
    expect(await stall.ask('GET', `/${id}`)).toMatchObject({ status: 400 });
    expect(stall.commerce.shelves.productsOf.all(id)).toEqual([]);
  });

  test('need a name, and are for commerce', async () => {
    const path = `/${sample.businessId}/owned_product_catalogs`;
    expect(await stall.ask('POST', path)).toMatchObject({ status: 400, body: { code: 100 } });
    const hotel = { name: 'Rooms', vertical: 'hotels' };
    expect(await stall.ask('POST', path, { body: hotel })).toMatchObject({ body: { code: 100 } });
  });

  test('are closed to other businesses', async () => {
    const token = sample.clinicToken;
    for (const path of [`/${sampleCatalogId}`, products])
      expect(await stall.ask('GET', path, { token })).toMatchObject({ body: { code: expect.any(Number) } });
    expect(await stall.ask('POST', products, { token, body: saree })).toMatchObject({ body: { code: 200 } });
    expect(await stall.ask('DELETE', `/${sampleCatalogId}`, { token })).toMatchObject({
      body: { code: 200 },
    });
  });
});

describe('the catalog of an account', () => {
  const path = `/${sample.wabaId}/product_catalogs`;

  test('is read, disconnected and connected again', async () => {
    const connected = { data: [{ id: sampleCatalogId, name: 'Surat Silks' }] };
    expect((await stall.ask('GET', path)).body).toEqual(connected);
    const body = { catalog_id: sampleCatalogId };
    expect((await stall.ask('DELETE', path, { body })).body).toEqual({ success: true });
    expect((await stall.ask('GET', path)).body).toEqual({ data: [] });
    expect(await stall.ask('DELETE', path, { body })).toMatchObject({ body: { code: 100 } });
    expect((await stall.ask('POST', path, { body })).body).toEqual({ success: true });
    expect((await stall.ask('GET', path)).body).toEqual(connected);
  });

  test('is one, and one of its own portfolio', async () => {
    const other = await stall.ask('POST', `/${sample.businessId}/owned_product_catalogs`, {
      body: { name: 'Two' },
    });
    const second = { catalog_id: String(other.body.id) };
    expect(await stall.ask('POST', path, { body: second })).toMatchObject({ body: { code: 100 } });
    const foreign = await stall.ask('POST', `/${sample.clinicWabaId}/product_catalogs`, {
      token: sample.clinicToken,
      body: { catalog_id: sampleCatalogId },
    });
    expect(foreign).toMatchObject({ body: { code: 100, error_subcode: 33 } });
  });
});

describe('a product', () => {
  test('is read with its price as Graph writes it', async () => {
    const id = await create({ ...saree, sale_price: 1_999_900, brand: 'Surat Silks', color: 'Purple' });
    const fields =
      'retailer_id,price,sale_price,currency,availability,condition,image_url,url,brand,color,size';
    expect((await stall.ask('GET', `/${id}?fields=${fields}`)).body).toEqual({
      id,
      retailer_id: 'SS-SAR-901',
      price: '₹21,999.00',
      sale_price: '₹19,999.00',
      currency: 'INR',
      availability: 'in stock',
      condition: 'new',
      image_url: saree.image_url,
      url: saree.url,
      brand: 'Surat Silks',
      color: 'Purple',
    });
  });

  test('of the sample has a picture that the emulator serves', async () => {
    const page = await stall.ask('GET', `${products}?fields=image_url&limit=1`);
    const [first] = page.body.data as { image_url: string }[];
    expect(first?.image_url).toMatch(/^http:\/\/emulator\.test\/world\/pictures\/saree-\w+-\w+\.svg$/);
  });

  test('is found by a rule, and listed in pages', async () => {
    const rule = encodeURIComponent(
      JSON.stringify({ retailer_id: { is_any: ['SS-DUP-201', 'SS-DUP-202'] } }),
    );
    const page = await stall.ask('GET', `${products}?filter=${rule}&limit=1`);
    expect(page.body.data).toMatchObject([{ retailer_id: 'SS-DUP-201' }]);
    expect((page.body.paging as { next: string }).next).toContain('filter=');
  });

  test('needs what a product cannot be without, and takes no nonsense', async () => {
    const wrong: object[] = [
      { ...saree, retailer_id: undefined },
      { ...saree, name: undefined },
      { ...saree, image_url: undefined },
      { ...saree, price: 21_999.5 },
      { ...saree, price: -1 },
      { ...saree, price: '₹21,999' },
      { ...saree, currency: 'rupees' },
      { ...saree, availability: 'tomorrow' },
      { ...saree, url: 'javascript:alert(1)' },
      { ...saree, name: 'x'.repeat(201) },
      { ...saree, description: ['a'] },
    ];
    for (const body of wrong)
      expect(await stall.ask('POST', products, { body: { ...body } }), JSON.stringify(body)).toMatchObject({
        status: 400,
        body: { code: 100 },
      });
  });

  test('has a number that no other has', async () => {
    await create();
    expect(await stall.ask('POST', products, { body: saree })).toMatchObject({ body: { code: 100 } });
  });

  test('is reviewed after a while, and again when its looks change but not when its price does', async () => {
    const id = await create();
    const status = async (): Promise<unknown> =>
      (await stall.ask('GET', `/${id}?fields=capability_to_review_status,review_status`)).body;
    expect(await status()).toMatchObject({ review_status: 'pending' });
    await stall.travel(3);
    expect(await status()).toMatchObject({
      review_status: 'approved',
      capability_to_review_status: [{ key: 'WHATSAPP', value: 'APPROVED' }],
    });
    await stall.ask('POST', `/${id}`, { body: { price: 1_899_900, availability: 'out_of_stock' } });
    expect(await status()).toMatchObject({ review_status: 'approved' });
    await stall.ask('POST', `/${id}`, { body: { name: 'Paithani Silk Saree' } });
    expect(await status()).toMatchObject({ review_status: 'outdated' });
    await stall.travel(3);
    expect(await status()).toMatchObject({ review_status: 'approved' });
  });

  test('that may not be sold is rejected, in Hindi too', async () => {
    const whisky = await create({ ...saree, retailer_id: 'X-1', name: 'Whisky Bag' });
    const gutkha = await create({ ...saree, retailer_id: 'X-2', name: 'गुटखा का डिब्बा' });
    await stall.travel(3);
    for (const id of [whisky, gutkha])
      expect(await stall.ask('GET', `/${id}?fields=review_status,review_rejection_reasons`)).toMatchObject({
        body: { review_status: 'rejected', review_rejection_reasons: ['ILLEGAL_PRODUCTS'] },
      });
    stall.commerce.stock.review(whisky, 'APPROVED');
    expect((await stall.ask('GET', `/${whisky}?fields=review_status`)).body.review_status).toBe('approved');
  });

  test('is deleted', async () => {
    const id = await create();
    expect(await stall.ask('DELETE', `/${id}`)).toMatchObject({ body: { success: true } });
    expect(await stall.ask('GET', `/${id}`)).toMatchObject({ body: { code: 100, error_subcode: 33 } });
  });
});

describe('a product set', () => {
  const path = `/${sampleCatalogId}/product_sets`;

  test('holds what its rule says, as text or as JSON', async () => {
    const rule = { product_type: { eq: 'dupatta' } };
    for (const filter of [rule, JSON.stringify(rule)]) {
      const made = await stall.ask('POST', path, { body: { name: 'Dupattas', filter } });
      const id = String(made.body.id);
      const read = await stall.ask('GET', `/${id}?fields=name,product_count,filter`);
      expect(read.body).toEqual({ id, name: 'Dupattas', product_count: 3, filter: JSON.stringify(rule) });
      const inside = await stall.ask('GET', `/${id}/products?fields=retailer_id`);
      expect(inside.body.data).toHaveLength(3);
    }
    expect((await stall.ask('GET', path)).body.data).toHaveLength(2);
  });

  test('is changed and deleted', async () => {
    const { body } = await stall.ask('POST', path, { body: { name: 'All' } });
    const id = String(body.id);
    await stall.ask('POST', `/${id}`, { body: { filter: { price: { gte: 1_000_000 } } } });
    const inside = await stall.ask('GET', `/${id}/products`);
    expect(inside.body.data).toHaveLength(2);
    expect(await stall.ask('DELETE', `/${id}`)).toMatchObject({ body: { success: true } });
    expect(await stall.ask('GET', `/${id}`)).toMatchObject({ status: 400 });
  });

  test('takes no rule that is none', async () => {
    for (const filter of ['{', 'saree', { secret: { eq: 1 } }])
      expect(await stall.ask('POST', path, { body: { name: 'X', filter } })).toMatchObject({
        body: { code: 100 },
      });
  });
});
