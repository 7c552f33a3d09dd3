import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAuthoringStage, saying } from '../test/authoring-stage.ts';

let stage: Awaited<ReturnType<typeof openAuthoringStage>>;
beforeAll(async () => {
  stage = await openAuthoringStage();
  await stage.settle();
});
afterAll(() => stage[Symbol.asyncDispose]());

const packed = (more = '') =>
  saying(`Namaste {{first_name}}, your order {{order_no}} has been packed${more} and leaves today.`, {
    variables: {
      'body.first_name': { sample: 'Asha', fallback: 'there', source: 'contact.name' },
      'body.order_no': { sample: 'SS-2041' },
    },
  });

const atMeta = (name: string) => stage.emulator.inside.templates.all.find((each) => each.name === name);
const countAtMeta = (name: string) =>
  [...stage.emulator.inside.templates.all.values()].filter((each) => each.name === name).length;

test('what was approved here is created at WhatsApp with its examples, and the version is known to be there', async () => {
  const family = await stage.write('service_packed_v1', packed());
  const { variantId } = family.variants[0]!;
  expect(family.variants[0]!.metaName).toBe('service_packed_en_v1');
  const versionId = await stage.approve(variantId);
  expect((await stage.submit(versionId, stage.accountId)).status).toBe(202);
  await stage.settle();
  const { variants } = await stage.get(family.familyId);
  expect(variants[0]).toMatchObject({
    submissions: [{ state: 'done', kind: 'create' }],
    atWhatsApp: [{ status: 'APPROVED', category: 'UTILITY', versionId }],
  });
  expect(atMeta('service_packed_en_v1')?.components[0]).toMatchObject({
    type: 'BODY',
    example: {
      body_text_named_params: [
        { param_name: 'first_name', example: 'Asha' },
        { param_name: 'order_no', example: 'SS-2041' },
      ],
    },
  });
  expect((await stage.history(family.familyId)).map(({ what }) => what)).toEqual([
    'created',
    'review_requested',
    'approved',
    'submitted',
    'submission_ended',
  ]);
});

test('an answer that is lost on its way is found again, and nothing is created twice', async () => {
  const family = await stage.write('service_lost_v1', packed(' by Ravi'));
  const versionId = await stage.approve(family.variants[0]!.variantId);
  stage.order('POST waba/message_templates', { type: 'reset-after' });
  await stage.submit(versionId, stage.accountId);
  await stage.settle();
  expect((await stage.get(family.familyId)).variants[0]!.submissions[0]!.state).toBe('unclear');
  stage.app.clock.advance(60_000);
  await stage.settle();
  const { variants } = await stage.get(family.familyId);
  expect(variants[0]).toMatchObject({ submissions: [{ state: 'done' }], atWhatsApp: [{ versionId }] });
  expect(countAtMeta('service_lost_en_v1')).toBe(1);
});

test('a request that never arrived is made again', async () => {
  const family = await stage.write('service_unheard_v1', packed(' by Meena'));
  const versionId = await stage.approve(family.variants[0]!.variantId);
  stage.order('POST waba/message_templates', { type: 'reset-before' });
  await stage.submit(versionId, stage.accountId);
  await stage.settle();
  stage.app.clock.advance(60_000);
  await stage.settle();
  expect((await stage.get(family.familyId)).variants[0]!.submissions[0]!.state).toBe('done');
  expect(countAtMeta('service_unheard_en_v1')).toBe(1);
});

test('what WhatsApp refuses is told in words beside the part that it is about', async () => {
  // WhatsApp counts each of these as two.
  const family = await stage.write(
    'service_refused_v1',
    saying(`Lamps for the festival ${'🪔'.repeat(600)} are here.`),
  );
  const versionId = await stage.approve(family.variants[0]!.variantId);
  await stage.submit(versionId, stage.accountId);
  await stage.settle();
  const { variants } = await stage.get(family.familyId);
  expect(variants[0]!.submissions[0]).toMatchObject({ state: 'refused', problem: { field: 'components.0' } });
  expect(variants[0]!.submissions[0]!.problem!.message).toContain('at most 1024');
});

test('the new version of an approved template is an edit, and the next one within a day is told in advance', async () => {
  const family = await stage.write('service_edited_v1', packed(' by Sunil'));
  const { variantId } = family.variants[0]!;
  await stage.submit(await stage.approve(variantId), stage.accountId);
  await stage.settle();
  await stage.rewrite(variantId, packed(' by Sunil himself'));
  const second = await stage.approve(variantId);
  const plan = async (versionId: string) =>
    (
      await stage.owner.api.get<{ accounts: { accountId: string }[] }>(
        `/template-versions/${versionId}/submission`,
      )
    ).body.accounts.find(({ accountId }) => accountId === stage.accountId);
  expect(await plan(second)).toMatchObject({ kind: 'edit', obstacle: null, editsLeft: 10 });
  await stage.submit(second, stage.accountId);
  await stage.settle();
  expect((await stage.get(family.familyId)).variants[0]!.atWhatsApp).toMatchObject([{ versionId: second }]);
  expect(JSON.stringify(atMeta('service_edited_en_v1')?.components)).toContain('Sunil himself');
  await stage.rewrite(variantId, packed(' by somebody'));
  const third = await stage.approve(variantId);
  expect(await plan(third)).toMatchObject({ kind: 'edit', obstacle: 'edited_lately', editsLeft: 9 });
  expect((await stage.submit(third, stage.accountId)).body).toMatchObject({
    code: 'conflict',
    fields: [{ field: 'accountIds.0', code: 'edited_lately' }],
  });
  expect(await plan(second)).toMatchObject({ obstacle: 'nothing_new' });
});

test('the lost edit of an approved template is found again, and is not made a second time', async () => {
  const family = await stage.write('service_unsure_v1', packed(' by Nisha'));
  const { variantId } = family.variants[0]!;
  await stage.submit(await stage.approve(variantId), stage.accountId);
  await stage.settle();
  await stage.rewrite(variantId, packed(' by Nisha herself'));
  const second = await stage.approve(variantId);
  stage.order('POST template', { type: 'reset-after' });
  await stage.submit(second, stage.accountId);
  await stage.settle();
  expect((await stage.get(family.familyId)).variants[0]!.submissions[0]!.state).toBe('unclear');
  stage.app.clock.advance(60_000);
  await stage.settle();
  const { variants } = await stage.get(family.familyId);
  expect(variants[0]).toMatchObject({
    submissions: [{ state: 'done' }],
    atWhatsApp: [{ versionId: second }],
  });
  expect(atMeta('service_unsure_en_v1')?.edits).toHaveLength(1);
});

test('a utility template that WhatsApp takes for marketing is flagged the moment it is so', async () => {
  const family = await stage.write(
    'service_sale_v1',
    saying('Flat 20% off on all sarees until Sunday, come and see us.'),
  );
  await stage.submit(await stage.approve(family.variants[0]!.variantId), stage.accountId);
  await stage.settle();
  const { variants } = await stage.get(family.familyId);
  expect(variants[0]!.atWhatsApp).toMatchObject([{ category: 'MARKETING', correctCategory: 'MARKETING' }]);
  expect(await stage.history(family.familyId)).toContainEqual(
    expect.objectContaining({ what: 'recategorised', before: 'UTILITY', after: 'MARKETING' }),
  );
  const told = await stage.app.database.asOwner(
    `select data from events where type = 'template.recategorised'`,
  );
  expect(told).toMatchObject([
    { data: { asked: 'UTILITY', category: 'MARKETING', name: 'service_sale_en_v1' } },
  ]);
});

test('submitting twice is one submission', async () => {
  const family = await stage.write('service_twice_v1', packed(' by Leela'));
  const versionId = await stage.approve(family.variants[0]!.variantId);
  const answers = await Promise.all([1, 2, 3].map(() => stage.submit(versionId, stage.accountId)));
  expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
  await stage.settle();
  expect((await stage.get(family.familyId)).variants[0]!.submissions).toHaveLength(1);
  const rows = await stage.app.database.asOwner(`select 1 from template_submissions where version_id = $1`, [
    versionId,
  ]);
  expect(rows).toHaveLength(1);
});

test('a picture in the header reaches the reviewers', async () => {
  const { png } = await import('../../messaging/media/test/files.ts');
  const uploaded = await fetch(`${stage.app.url}/api/v1/media`, {
    method: 'POST',
    headers: { ...stage.owner.api.headers, origin: stage.app.url, 'content-type': 'image/png' },
    body: Buffer.from(png(800, 400)),
  });
  const { mediaId } = (await uploaded.json()) as { mediaId: string };
  const family = await stage.write(
    'service_picture_v1',
    saying('Your order has been packed by our weaver Harish.', {
      components: [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'BODY', text: 'Your order has been packed by our weaver Harish.' },
      ],
      media: { header: { mediaId, altText: 'A blue saree' } },
    }),
  );
  await stage.submit(await stage.approve(family.variants[0]!.variantId), stage.accountId);
  await stage.settle();
  expect((await stage.get(family.familyId)).variants[0]!.submissions).toMatchObject([{ state: 'done' }]);
  expect(atMeta('service_picture_en_v1')?.components[0]).toMatchObject({
    format: 'IMAGE',
    example: { header_handle: [expect.any(String)] },
  });
});

test('what waits in the outbox keeps its template from being deleted; afterwards it goes', async () => {
  const family = await stage.write('service_kept_v1', packed(' by Omkar'));
  const { variantId } = family.variants[0]!;
  await stage.submit(await stage.approve(variantId), stage.accountId);
  await stage.settle();
  const { templateId } = (await stage.get(family.familyId)).variants[0]!.atWhatsApp[0]!;
  await stage.app.database.asOwner(
    `insert into outbox (workspace_id, message_id, number_id, conversation_id, contact_id, class, priority, state, due_at,
       deadline_at, queued_at, template_id)
     values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'utility', 2, 'waiting',
       $2, $2, $2, $3)`,
    [stage.owner.workspaceId, stage.app.clock.now(), templateId],
  );
  const remove = () =>
    stage.owner.api.post(`/template-variants/${variantId}/delete-at-whatsapp`, {
      accountIds: [stage.accountId],
    });
  expect((await remove()).body).toMatchObject({
    code: 'conflict',
    details: { uses: [{ kind: 'outbox', count: 1 }] },
  });
  expect((await stage.owner.api.post(`/template-families/${family.familyId}/retire`, {})).status).toBe(409);
  await stage.app.database.asOwner('delete from outbox');
  expect((await remove()).status).toBe(200);
  await stage.settle();
  expect(countAtMeta('service_kept_en_v1')).toBe(0);
  expect((await stage.owner.api.post(`/template-families/${family.familyId}/retire`, {})).status).toBe(200);
  const [known] = (await stage.get(family.familyId)).variants[0]!.atWhatsApp;
  expect(known).toMatchObject({ refusal: 'template_removed' });
});

test('while a lock holds nothing is submitted without a reason, and the reason is in the history', async () => {
  const { api } = stage.owner;
  const day = new Date(stage.app.clock.now().getTime() + 5 * 86_400_000).toISOString().slice(0, 10);
  const occasion = await api.post<{ occasionId: string }>('/template-occasions', { name: 'Sale', day });
  const family = await stage.write('service_locked_v1', packed(' by Meera'));
  const versionId = await stage.approve(family.variants[0]!.variantId);
  const plan = await api.get<{ locked: { subject: string } }>(`/template-versions/${versionId}/submission`);
  expect(plan.body.locked.subject).toBe(occasion.body.occasionId);
  expect((await stage.submit(versionId, stage.accountId)).status).toBe(409);
  const wish = { accountIds: [stage.accountId], whyNow: 'The courier has changed today' };
  expect((await api.post(`/template-versions/${versionId}/submit`, wish)).status).toBe(202);
  expect((await stage.history(family.familyId)).map(({ note }) => note)).toContain(wish.whyNow);
  await api.remove(`/template-occasions/${occasion.body.occasionId}`);
  await stage.settle();
});
