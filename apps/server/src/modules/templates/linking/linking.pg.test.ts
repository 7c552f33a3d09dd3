import { afterAll, beforeAll, expect, test } from 'vitest';
import { digestTwice } from '../../../../test/digest-twice.ts';
import { silks } from '../../../../test/meta/stage.ts';
import { keepFamilies } from '../subscribers.ts';
import { openAuthoringStage, saying, type Family } from '../test/authoring-stage.ts';

let stage: Awaited<ReturnType<typeof openAuthoringStage>>;
beforeAll(async () => {
  stage = await openAuthoringStage();
});
afterAll(() => stage[Symbol.asyncDispose]());

interface Listed {
  familyId: string;
  name: string;
  languages: { language: string; status: string | null; quality: string | null; recategorised: boolean }[];
}

const list = async (query = ''): Promise<Listed[]> =>
  (await stage.owner.api.get<{ items: Listed[] }>(`/template-families${query}`)).body.items;

const readAgain = async (): Promise<void> => {
  stage.app.clock.advance(120_000);
  await stage.owner.api.post('/templates/sync', { accountId: stage.accountId });
  await stage.settle();
};

const family = async (name: string): Promise<Family> =>
  stage.get((await list(`?search=${name}`)).find((each) => each.name === name)!.familyId);

const atMeta = (name: string, language = 'en') =>
  stage.emulator.inside.templates.all.find(
    (each) => each.name === name && each.language === language && each.wabaId === silks.wabaId,
  )!;

test('what exists at WhatsApp becomes families with a first version, languages together', async () => {
  await stage.settle();
  expect(
    (await list()).map(({ name, languages }) => [name, languages.map(({ language }) => language)]),
  ).toEqual([
    ['appointment_reminder', ['en']],
    ['festive_offer', ['en']],
    ['hello_world', ['en_US']],
    ['login_code', ['en']],
    ['order_confirmation', ['en', 'hi']],
  ]);
  const { variants } = await family('order_confirmation');
  expect(variants[0]!.versions).toMatchObject([{ number: 1, origin: 'whatsapp', state: 'approved' }]);
  expect(variants[0]!.text).not.toContain('{{');
});

test('taking the log in again imports nothing twice', async () => {
  const rows = () =>
    stage.app.database.asOwner(
      `select (select count(*) from template_versions) as versions, (select count(*) from template_history) as entries,
         (select count(*) from events where type like 'template%') as events`,
    );
  const before = await rows();
  const [once, twice] = await digestTwice({ db: stage.app.db, subscriber: keepFamilies, read: rows });
  expect(once).toEqual(before);
  expect(twice).toEqual(before);
});

test('what somebody changed at WhatsApp is a new version that says so, and keeps what only we know', async () => {
  const before = await family('festive_offer');
  const { variantId } = before.variants[0]!;
  const template = atMeta('festive_offer');
  const components = template.components.map((each) =>
    each.type === 'BODY' ? { ...each, text: `${each.text} Come soon.` } : each,
  );
  expect(components).not.toEqual(template.components);
  stage.emulator.inside.templates.all.change(template.id, { components });
  await readAgain();
  const after = await family('festive_offer');
  expect(after.variants[0]!.versions).toMatchObject([
    { number: 2, origin: 'changed_at_whatsapp' },
    { number: 1, origin: 'whatsapp' },
  ]);
  expect(after.variants[0]!.atWhatsApp[0]!.versionId).toBe(after.variants[0]!.versions[0]!.versionId);
  expect(after.variants[0]!.variantId).toBe(variantId);
  await readAgain();
  expect((await family('festive_offer')).variants[0]!.versions).toHaveLength(2);
  stage.emulator.inside.templates.all.change(template.id, { components: template.components });
  await readAgain();
  const back = await family('festive_offer');
  expect(back.variants[0]!.versions).toHaveLength(2);
  expect(back.variants[0]!.atWhatsApp[0]!.versionId).toBe(back.variants[0]!.versions[1]!.versionId);
});

test('status, quality and the end of a template are in its family’s history', async () => {
  const { id } = atMeta('appointment_reminder');
  stage.emulator.inside.templates.all.change(id, { status: 'PAUSED', quality: 'RED' });
  await readAgain();
  stage.emulator.inside.templates.all.delete(id);
  await readAgain();
  const { familyId } = await family('appointment_reminder');
  const told = (await stage.history(familyId)).map(({ what, after }) => [what, after]);
  expect(new Map(told.slice(1, 3) as [string, string][])).toEqual(
    new Map([
      ['quality_changed', 'RED'],
      ['status_changed', 'PAUSED'],
    ]),
  );
  expect([told[0], told[3]]).toEqual([
    ['imported', null],
    ['gone_at_whatsapp', expect.any(String)],
  ]);
});

test('another category than the one that was asked for is flagged with its date', async () => {
  const { id } = atMeta('order_confirmation');
  stage.emulator.inside.templates.all.change(id, { category: 'MARKETING' });
  await readAgain();
  const [row] = await list('?search=order_confirmation&standing=trouble');
  expect(row!.languages.find(({ language }) => language === 'en')).toMatchObject({ recategorised: true });
  const told = await stage.app.database.asOwner(
    `select data from events where type = 'template.recategorised'`,
  );
  expect(told).toMatchObject([
    { data: { asked: 'UTILITY', category: 'MARKETING', name: 'order_confirmation' } },
  ]);
});

test('names with a language in them are one family, by the convention', async () => {
  const like = atMeta('hello_world', 'en_US');
  for (const language of ['en', 'hi'])
    stage.emulator.inside.templates.all.put({
      ...like,
      id: `88${language}`,
      name: `promo_holi_${language}_v1`,
      language,
    });
  await readAgain();
  expect(await family('promo_holi_v1')).toMatchObject({
    variants: [{ metaName: 'promo_holi_en_v1' }, { metaName: 'promo_holi_hi_v1' }],
  });
});

test('families are found by name, language, category and by what somebody has to do', async () => {
  const named = async (query: string) => (await list(query)).map(({ name }) => name);
  await stage.write('promo_rakhi_v1', saying('Rakhis are here.'), { category: 'MARKETING' });
  expect(await named('?standing=draft')).toEqual(['promo_rakhi_v1']);
  expect(await named('?standing=live&language=hi')).toEqual(['order_confirmation', 'promo_holi_v1']);
  expect(await named('?search=RAKHI&category=MARKETING')).toEqual(['promo_rakhi_v1']);
  expect(await named('?category=AUTHENTICATION')).toEqual(['login_code']);
  expect(await named('?retired=true')).toEqual([]);
  const page = await stage.owner.api.get<{ items: Listed[]; nextCursor: string }>(
    '/template-families?limit=2',
  );
  const rest = await list(`?cursor=${page.body.nextCursor}`);
  expect([...page.body.items, ...rest].map(({ name }) => name)).toEqual(await named(''));
});
