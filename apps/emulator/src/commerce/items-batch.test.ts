import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sampleCatalogId } from '../sample/sample-catalog.ts';
import { sample } from '../sample/sample-world.ts';
import { openStall, type Stall } from './test/stall.ts';

let stall: Stall;

beforeEach(() => {
  stall = openStall();
});

afterEach(() => stall.close());

const kurta = {
  id: 'SKU-1',
  title: 'Cotton kurta, M',
  description: 'Handloom cotton kurta',
  availability: 'in stock',
  condition: 'new',
  price: '1499.00 INR',
  link: 'https://shop.example/p/SKU-1',
  image_link: 'https://shop.example/i/SKU-1.jpg',
  brand: 'Example',
  item_group_id: 'KURTA-1',
  size: 'M',
};

interface BatchAnswer {
  handles: string[];
  validation_status: { retailer_id: string; errors: { message: string }[] }[];
}

const submit = (requests: unknown, more: object = {}) =>
  stall.ask('POST', `/${sampleCatalogId}/items_batch`, {
    body: { item_type: 'PRODUCT_ITEM', requests: requests as never, ...more },
  });

async function accepted(requests: object[], more: object = {}): Promise<BatchAnswer> {
  const { status, body } = await submit(requests, more);
  expect(status, JSON.stringify(body)).toBe(200);
  return body as unknown as BatchAnswer;
}

async function statusOf(handle: string, more = ''): Promise<Record<string, unknown>> {
  const { body } = await stall.ask(
    'GET',
    `/${sampleCatalogId}/check_batch_request_status?handle=${handle}${more}`,
  );
  return (body.data as Record<string, unknown>[])[0] ?? {};
}

const update = (data: object) => ({ method: 'UPDATE', data });
const find = (id: string) => stall.commerce.shelves.find(sampleCatalogId, id);

describe('a batch of items', () => {
  test('is taken at once and worked off a little later', async () => {
    const { handles, validation_status: wrong } = await accepted([
      update(kurta),
      { method: 'DELETE', data: { id: 'SS-SAR-106' } },
    ]);
    const [handle = ''] = handles;
    expect(wrong).toEqual([]);
    expect(find('SKU-1')).toBeUndefined();
    expect(await statusOf(handle)).toMatchObject({ handle, status: 'started' });
    await stall.travel(2);
    expect(await statusOf(handle)).toMatchObject({ status: 'finished', errors_total_count: 0, errors: [] });
    expect(find('SKU-1')).toMatchObject({
      name: 'Cotton kurta, M',
      minor: 149_900,
      currency: 'INR',
      more: { retailer_product_group_id: 'KURTA-1', size: 'M', brand: 'Example' },
    });
    expect(find('SS-SAR-106')).toBeUndefined();
  });

  test('changes of a product what it names and nothing else', async () => {
    await accepted([update({ id: 'SS-SAR-102', price: '11999 INR', color: 'Peacock blue' })]);
    await stall.travel(2);
    expect(find('SS-SAR-102')).toMatchObject({
      minor: 1_199_900,
      name: 'कांजीवरम सिल्क साड़ी – मोर नीला',
      review: 'APPROVED',
      more: { color: 'Peacock blue', brand: 'Surat Silks' },
    });
  });

  test('tells of each item what is wrong with it, and takes the others', async () => {
    const { handles, validation_status: wrong } = await accepted([
      update(kurta),
      update({ ...kurta, id: 'SKU-2', price: '₹1,499' }),
      { method: 'CREATE', data: { id: 'SKU-3', title: 'No price' } },
    ]);
    expect(handles).toHaveLength(1);
    expect(wrong.map((one) => one.retailer_id)).toEqual(['SKU-2', 'SKU-3']);
    expect(wrong[1]?.errors).toContainEqual({ message: 'A required field is missing: price.' });
    await stall.travel(2);
    expect([find('SKU-1'), find('SKU-2'), find('SKU-3')].map(Boolean)).toEqual([true, false, false]);
  });

  test('gives no handle when nothing was taken', async () => {
    const { handles } = await accepted([update({ ...kurta, availability: 'soon' })]);
    expect(handles).toEqual([]);
  });

  test('creates by an update unless it must not, and says so when it is looked up', async () => {
    const [handle = ''] = (await accepted([update(kurta)], { allow_upsert: false })).handles;
    const [gone = ''] = (await accepted([{ method: 'DELETE', data: { id: 'NONE' } }])).handles;
    const [half = ''] = (await accepted([update({ id: 'SKU-9', title: 'Half' })])).handles;
    await stall.travel(2);
    expect(await statusOf(handle)).toMatchObject({
      errors_total_count: 1,
      errors: [{ line: 0, id: 'SKU-1', message: 'The item to update does not exist.' }],
      ids_of_invalid_requests: [],
    });
    expect(await statusOf(gone, '&load_ids_of_invalid_requests=true')).toMatchObject({
      ids_of_invalid_requests: ['NONE'],
    });
    expect(await statusOf(half, '&fields=status,errors_total_count')).toEqual({
      status: 'finished',
      errors_total_count: 1,
    });
  });

  test('is refused as a whole when it cannot be read', async () => {
    const many = Array.from({ length: 5001 }, () => update(kurta));
    const wrong: unknown[] = [
      undefined,
      [],
      'x',
      [1],
      [{ data: kurta }],
      [{ method: 'PUT', data: kurta }],
      many,
    ];
    for (const requests of [...wrong, [{ method: 'UPDATE' }], [update({ title: 'No id' })]])
      expect(await submit(requests)).toMatchObject({ status: 400, body: { code: 100 } });
    expect(await submit([update(kurta)], { item_type: 'HOTEL' })).toMatchObject({ body: { code: 100 } });
  });

  test('is nobody else’s to look up', async () => {
    const [handle = ''] = (await accepted([update(kurta)])).handles;
    const other = await stall.ask('POST', `/${sample.businessId}/owned_product_catalogs`, {
      body: { name: 'Two' },
    });
    const path = `check_batch_request_status?handle=${handle}`;
    expect(await stall.ask('GET', `/${String(other.body.id)}/${path}`)).toMatchObject({
      body: { code: 100 },
    });
    expect(await stall.ask('GET', `/${sampleCatalogId}/${path}&fields=secret`)).toMatchObject({
      body: { code: 100 },
    });
    const token = sample.clinicToken;
    expect(await stall.ask('GET', `/${sampleCatalogId}/${path}`, { token })).toMatchObject({
      body: { code: 200 },
    });
  });
});
