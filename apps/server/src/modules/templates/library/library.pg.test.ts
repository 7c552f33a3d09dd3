import { afterAll, beforeAll, expect, test } from 'vitest';
import { openMetaStage, silks, type MetaStage } from '../../../../test/meta/stage.ts';
import { toMetaComponents } from '../content/meta-components.ts';
import { starters } from './starters.ts';

let stage: MetaStage;
beforeAll(async () => {
  stage = await openMetaStage({ TRIKON_RATE_LIMIT: 'off' });
}, 60_000);
afterAll(() => stage[Symbol.asyncDispose]());

interface Listed {
  items: { key: string; variants: { language: string; text: string }[] }[];
  total: number;
}

const list = async (query = ''): Promise<Listed> =>
  (await stage.owner.api.get<Listed>(`/template-library${query}`)).body;

test('every starter passes WhatsApp’s review in both languages, in the category that it says', async () => {
  const wanted = starters.flatMap(({ key, category, contents }) =>
    (['en', 'hi'] as const).map((language) => ({
      name: `starter_${key}`,
      language,
      category,
      parameter_format: contents[language].parameterFormat,
      components: toMetaComponents(contents[language], { category }),
    })),
  );
  const refused: unknown[] = [];
  for (const [at, request] of wanted.entries()) {
    // Meta takes a hundred an hour.
    if (at % 90 === 89) await stage.inside.world.travel(3_700_000);
    const answer = await fetch(`${stage.emulator.url}/v25.0/${silks.wabaId}/message_templates`, {
      method: 'POST',
      headers: { authorization: `Bearer ${silks.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
    const body = (await answer.json()) as { status?: string; category?: string };
    if (answer.status !== 200 || body.category !== request.category)
      refused.push([request.name, request.language, body]);
  }
  expect(refused).toEqual([]);
  await stage.inside.world.travel(60_000);
  const after = await fetch(
    `${stage.emulator.url}/v25.0/${silks.wabaId}/message_templates?limit=500&fields=name,status,category`,
    { headers: { authorization: `Bearer ${silks.token}` } },
  );
  const { data } = (await after.json()) as { data: { name: string; status: string; category: string }[] };
  const own = data.filter(({ name }) => name.startsWith('starter_'));
  expect(own.length).toBe(wanted.length);
  expect(own.filter(({ status }) => status !== 'APPROVED')).toEqual([]);
});

test('the library is found by words of either language, category, industry and festival', async () => {
  const all = await list();
  expect(all.items.length).toBe(all.total);
  const keys = async (query: string) => (await list(query)).items.map(({ key }) => key);
  expect(await keys(`?search=${encodeURIComponent('किस्त')}`)).toEqual(['emi_due', 'emi_missed']);
  expect(await keys('?search=P6')).toEqual(['cart_reminder', 'cart_proof', 'cart_incentive']);
  expect(await keys('?festival=diwali')).toEqual(['festival_diwali']);
  expect(await keys('?category=AUTHENTICATION')).toEqual(['login_code']);
  expect(await keys('?kit=delivery_late')).toHaveLength(3);
  expect(await keys('?industry=education')).toContain('fee_due');
  expect(await keys('?search=nothinglikethis')).toEqual([]);
});

test('using one makes a family of one’s own in both languages; using it again takes the next free name', async () => {
  const { api } = stage.owner;
  const use = (key: string) =>
    api.post<{ familyId: string; name: string }>(`/template-library/${key}/use`, {});
  const first = (await use('order_shipped')).body;
  expect(first.name).toBe('service_order_shipped_v1');
  expect((await use('order_shipped')).body.name).toBe('service_order_shipped_v2');
  const { body } = await api.get<{ variants: { language: string; text: string; metaName: string }[] }>(
    `/template-families/${first.familyId}`,
  );
  expect(body.variants.map(({ language, metaName }) => [language, metaName])).toEqual([
    ['en', 'service_order_shipped_en_v1'],
    ['hi', 'service_order_shipped_hi_v1'],
  ]);
  expect(body.variants[1]!.text).toContain('नमस्ते आशा जी');
  expect((await use('nothing')).status).toBe(404);
});

test('inserts come in every language they have', async () => {
  const { body } = await stage.owner.api.get<{ items: { key: string; texts: unknown[] }[] }>(
    '/template-inserts',
  );
  expect(body.items.find(({ key }) => key === 'never_ask_codes')?.texts).toHaveLength(11);
});

test('the linter is asked over the API, and knows what the account has and what the workspace decided', async () => {
  const { api } = stage.owner;
  await api.patch('/template-cadence', {
    domains: ['suratsilks.in'],
    disclosures: { en: 'Surat Silks Pvt. Ltd.' },
  });
  const { status, body } = await api.post<{
    findings: { code: string; field: string | null }[];
    prediction: object;
  }>('/templates/lint', {
    name: 'service_gone_en_v1',
    language: 'en',
    category: 'UTILITY',
    content: {
      components: [
        { type: 'BODY', text: 'Your order {{order}} has shipped. Get 20% off next time!' },
        { type: 'BUTTONS', buttons: [{ type: 'URL', text: 'Shop', url: 'https://elsewhere.example/' }] },
      ],
      variables: { 'body.order': { sample: 'SS-1' } },
    },
  });
  expect(status).toBe(200);
  const codes = body.findings.map(({ code, field }) => [code, field]);
  expect(codes).toContainEqual(['promotion_outside_marketing', 'components.0.text']);
  expect(codes).toContainEqual(['link_foreign', 'components.1.buttons.0.url']);
  expect(codes).toContainEqual(['disclosure_missing', null]);
  expect(body.prediction).toMatchObject({ category: 'MARKETING', certainty: 'sure' });
});
