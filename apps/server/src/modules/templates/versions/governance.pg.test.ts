import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMember, type Signed } from '../../../../test/factories.ts';
import { openAuthoringStage, saying, type Family } from '../test/authoring-stage.ts';

let stage: Awaited<ReturnType<typeof openAuthoringStage>>;
let agent: Signed;
let reviewer: Signed;
beforeAll(async () => {
  stage = await openAuthoringStage();
  agent = await buildMember(stage.app, stage.owner.workspaceId, 'agent', 'Ravi Kumar');
  reviewer = await buildMember(stage.app, stage.owner.workspaceId, 'supervisor', 'Anita Desai');
});
afterAll(() => stage[Symbol.asyncDispose]());

let names = 0;
const begin = async (text = 'Your saree is back in stock at our shop.'): Promise<Family> =>
  stage.write(`promo_story${++names}_v1`, saying(text), { category: 'MARKETING' });
const variantOf = ({ variants }: Family): string => variants[0]!.variantId;

test('a template goes from a draft over review and back again to approval, and every step is kept with who and why', async () => {
  const family = await begin();
  const variantId = variantOf(family);
  const review = (revision: number) =>
    stage.writer.api.post(`/template-variants/${variantId}/review`, { revision, note: 'For Diwali' });
  const first = (await review(family.variants[0]!.draft!.revision)).body;
  const sendBack = (rationale: string) =>
    reviewer.api.post(`/template-versions/${String(first.versionId)}/decision`, {
      decision: 'send_back',
      rationale,
    });
  expect((await sendBack('')).body).toMatchObject({
    code: 'invalid_input',
    fields: [{ field: 'rationale' }],
  });
  expect((await sendBack('Say until when.')).body).toMatchObject({
    state: 'sent_back',
    decidedBy: { name: 'Anita Desai' },
  });
  const revision = await stage.rewrite(variantId, saying('Your saree is back in stock until Sunday.'));
  const second = (await review(revision)).body;
  expect(second).toMatchObject({ number: 2, state: 'in_review', note: 'For Diwali' });
  const compared = (await reviewer.api.get(`/template-versions/${String(second.versionId)}/compare`)).body;
  expect(compared).toMatchObject({
    withNumber: 1,
    changes: [{ field: 'components.BODY.text', before: 'Your saree is back in stock at our shop.' }],
  });
  const approved = await reviewer.api.post(`/template-versions/${String(second.versionId)}/decision`, {
    decision: 'approve',
    rationale: 'Clear now.',
  });
  expect(approved.body).toMatchObject({ state: 'approved', rationale: 'Clear now.' });
  expect((await stage.history(family.familyId)).map(({ what, note }) => [what, note])).toEqual([
    ['created', null],
    ['review_requested', 'For Diwali'],
    ['sent_back', 'Say until when.'],
    ['review_requested', 'For Diwali'],
    ['approved', 'Clear now.'],
  ]);
});

test('nobody approves their own work, unless a team of one allows it', async () => {
  const family = await begin();
  const { revision } = family.variants[0]!.draft!;
  const { body } = await reviewer.api.post(`/template-variants/${variantOf(family)}/review`, { revision });
  expect(body).toMatchObject({ code: 'forbidden' });
  const asOwner = await stage.owner.api.post(`/template-variants/${variantOf(family)}/review`, { revision });
  const decide = () =>
    stage.owner.api.post(`/template-versions/${String(asOwner.body.versionId)}/decision`, {
      decision: 'approve',
    });
  expect((await decide()).body).toMatchObject({ code: 'forbidden', details: { reason: 'own_work' } });
  const queue = async () =>
    (await stage.owner.api.get<{ items: { mayDecide: boolean }[] }>('/template-reviews')).body.items;
  expect(await queue()).toMatchObject([{ mayDecide: false }]);
  await stage.owner.api.patch('/template-settings', { allowOwnApproval: true });
  expect(await queue()).toMatchObject([{ mayDecide: true }]);
  expect((await decide()).body).toMatchObject({ state: 'approved' });
  await stage.owner.api.patch('/template-settings', { allowOwnApproval: false });
});

test('of two decisions at once one counts', async () => {
  const family = await begin();
  const { revision } = family.variants[0]!.draft!;
  const { body } = await stage.writer.api.post(`/template-variants/${variantOf(family)}/review`, {
    revision,
  });
  const decide = (who: Signed, decision: string) =>
    who.api.post(`/template-versions/${String(body.versionId)}/decision`, {
      decision,
      rationale: 'Because.',
    });
  const answers = await Promise.all([decide(reviewer, 'approve'), decide(stage.owner, 'send_back')]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
});

test('of two people who write at once nobody writes over the other', async () => {
  const family = await begin();
  const variantId = variantOf(family);
  const { revision } = family.variants[0]!.draft!;
  const save = (who: Signed, text: string) =>
    who.api.post<{ revision: number }>(`/template-variants/${variantId}/draft`, {
      revision,
      content: saying(text),
    });
  const answers = await Promise.all([save(stage.writer, 'From Kavya.'), save(stage.owner, 'From Meera.')]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  const lost = answers.find(({ status }) => status === 409)!;
  const won = answers.find(({ status }) => status === 200)!;
  expect(lost.body).toMatchObject({
    code: 'conflict',
    details: { reason: 'stale_revision', revision: won.body.revision, updatedBy: expect.any(String) },
  });
  await stage.owner.api.remove(`/template-variants/${variantId}/draft`);
  await stage.rewrite(variantId, saying('Begun anew.'));
  expect((await save(stage.writer, 'An old page.')).status).toBe(409);
});

test('a half-finished draft is kept, but does not go to review', async () => {
  const family = await begin('{{name}}');
  expect(family.variants[0]!.draft!.problemCount).toBeGreaterThan(1);
  const { revision } = family.variants[0]!.draft!;
  const { body } = await stage.writer.api.post(`/template-variants/${variantOf(family)}/review`, {
    revision,
  });
  expect(body).toMatchObject({
    code: 'invalid_input',
    fields: expect.arrayContaining([
      expect.objectContaining({ field: 'components.0.text', code: 'variable_at_edge' }),
      expect.objectContaining({ field: 'variables.body.name.sample', code: 'sample_missing' }),
    ]),
  });
});

test('a sample that is no picture of ours does not go to review', async () => {
  const content = saying('', {
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Come and see.' },
    ],
    media: { header: { mediaId: stage.accountId, altText: null } },
  });
  const family = await stage.write(`promo_story${++names}_v1`, content, { category: 'MARKETING' });
  const { revision } = family.variants[0]!.draft!;
  const { body } = await stage.writer.api.post(`/template-variants/${variantOf(family)}/review`, {
    revision,
  });
  expect(body).toMatchObject({ fields: [{ field: 'media.header', code: 'sample_missing' }] });
});

test('what is in review is not written on before somebody takes it back', async () => {
  const family = await begin();
  const variantId = variantOf(family);
  const { revision } = family.variants[0]!.draft!;
  const { body } = await stage.writer.api.post(`/template-variants/${variantId}/review`, { revision });
  const save = await stage.writer.api.post(`/template-variants/${variantId}/draft`, {
    revision: revision + 1,
    content: saying('Other words.'),
  });
  expect(save.body).toMatchObject({ code: 'conflict' });
  await stage.writer.api.post(`/template-versions/${String(body.versionId)}/withdraw`, {});
  const { draft } = (await stage.get(family.familyId)).variants[0]!;
  expect(draft).not.toBeNull();
  await stage.rewrite(variantId, saying('Other words.'));
});

test('an agent reads and comments, and neither writes nor decides', async () => {
  const family = await begin();
  const { familyId } = family;
  expect((await agent.api.get(`/template-families/${familyId}`)).status).toBe(200);
  expect(
    (await agent.api.post(`/template-families/${familyId}/comments`, { text: 'Customers ask for this.' }))
      .status,
  ).toBe(200);
  expect(
    (await agent.api.post(`/template-variants/${variantOf(family)}/review`, { revision: 1 })).status,
  ).toBe(403);
  expect((await agent.api.patch('/template-settings', { allowOwnApproval: true })).status).toBe(403);
  expect((await stage.history(familyId)).at(-1)).toMatchObject({
    what: 'commented',
    note: 'Customers ask for this.',
  });
});

test('names are held against the convention of the workspace, and a free one is suggested', async () => {
  const wish = { name: 'Diwali', category: 'MARKETING', language: 'en' };
  const create = (name: string) => stage.writer.api.post('/template-families', { ...wish, name });
  expect((await create('diwali')).body).toMatchObject({ fields: [{ field: 'name', code: 'convention' }] });
  const suggest = async () =>
    (
      await stage.writer.api.get<{ name: string }>(
        '/template-names/suggestion?category=MARKETING&topic=Diwali+Offer',
      )
    ).body;
  expect(await suggest()).toEqual({ name: 'promo_diwali_offer_v1', metaName: 'promo_diwali_offer_en_v1' });
  expect((await create('promo_diwali_offer_v1')).status).toBe(200);
  expect((await create('promo_diwali_offer_v1')).body).toMatchObject({ fields: [{ code: 'taken' }] });
  expect(await suggest()).toMatchObject({ name: 'promo_diwali_offer_v2' });
});

test('a template is translated and cloned with its words, and deleted while WhatsApp never had it', async () => {
  const family = await begin();
  const { familyId } = family;
  const add = (language: string) =>
    stage.writer.api.post<Family>(`/template-families/${familyId}/variants`, {
      language,
      fromVariantId: variantOf(family),
    });
  const both = (await add('hi')).body;
  expect(both.variants.map(({ language, text }) => [language, text])).toEqual([
    ['en', 'Your saree is back in stock at our shop.'],
    ['hi', 'Your saree is back in stock at our shop.'],
  ]);
  expect((await add('hi')).body).toMatchObject({ fields: [{ field: 'language', code: 'taken' }] });
  const clone = (
    await stage.writer.api.post<Family>(`/template-families/${familyId}/clone`, {
      name: `promo_copy${names}_v1`,
    })
  ).body;
  expect(clone.variants.map(({ metaName }) => metaName)).toEqual([
    `promo_copy${names}_en_v1`,
    `promo_copy${names}_hi_v1`,
  ]);
  expect((await stage.writer.api.remove(`/template-families/${clone.familyId}`)).status).toBe(200);
  expect((await stage.owner.api.get(`/template-families/${clone.familyId}`)).status).toBe(404);
});

test('history cannot be rewritten, even by the program', async () => {
  await expect(
    stage.app.db.inWorkspace(
      { workspaceId: stage.owner.workspaceId, actor: { kind: 'system', id: 'test' } },
      (tx) => tx.sql('update template_history set note = null where workspace_id = $1', [tx.workspaceId]),
    ),
  ).rejects.toThrow(/permission denied/);
});
