import type { TemplateContent } from '@trikon/contract';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clinic } from '../../../../test/meta/stage.ts';
import { png } from '../../messaging/media/test/files.ts';
import { openAuthoringStage } from '../test/authoring-stage.ts';

let stage: Awaited<ReturnType<typeof openAuthoringStage>>;
let clinicId: string;
let mediaId: string;
beforeAll(async () => {
  stage = await openAuthoringStage();
  clinicId = (await stage.owner.api.post<{ accountId: string }>('/numbers/connections', clinic)).body
    .accountId;
  await stage.settle();
  const uploaded = await fetch(`${stage.app.url}/api/v1/media`, {
    method: 'POST',
    headers: { ...stage.owner.api.headers, origin: stage.app.url, 'content-type': 'image/png' },
    body: Buffer.from(png(800, 400)),
  });
  ({ mediaId } = (await uploaded.json()) as { mediaId: string });
}, 60_000);
afterAll(() => stage[Symbol.asyncDispose]());

const card = (words: string) => ({
  components: [
    { type: 'HEADER', format: 'IMAGE' },
    { type: 'BODY', text: words },
    {
      type: 'BUTTONS',
      buttons: [{ type: 'URL', text: 'See it', url: 'https://surat-silks.example/sarees' }],
    },
  ],
});

const photo = () => ({ mediaId, altText: 'A saree on a loom' });

const kinds: Record<string, () => { category: string; content: object }> = {
  carousel: () => ({
    category: 'MARKETING',
    content: {
      components: [
        { type: 'BODY', text: 'New from our looms in Surat this week, for your sister’s wedding.' },
        {
          type: 'CAROUSEL',
          cards: [card('A blue Banarasi from ₹4,999'), card('A red Paithani from ₹7,499')],
        },
      ],
      media: { 'card.0': photo(), 'card.1': photo() },
    },
  }),
  offer: () => ({
    category: 'MARKETING',
    content: {
      components: [
        { type: 'HEADER', format: 'IMAGE' },
        { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Diwali week', has_expiration: true } },
        { type: 'BODY', text: 'A fifth off every silk saree in our shop until the lamps are lit.' },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'COPY_CODE', text: 'Copy offer code' },
            { type: 'URL', text: 'Shop now', url: 'https://surat-silks.example/diwali' },
          ],
        },
      ],
      variables: { 'button.0.coupon': { sample: 'DIWALI20' } },
      media: { header: photo() },
    },
  }),
  code: () => ({
    category: 'AUTHENTICATION',
    content: {
      components: [
        { type: 'BODY', text: '', add_security_recommendation: true },
        { type: 'FOOTER', text: '', code_expiration_minutes: 10 },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
      ],
      messageTtlSeconds: 600,
    },
  }),
};

test.each(Object.keys(kinds))(
  'of the kind %s a template is taken by WhatsApp for two accounts, as it was approved here',
  async (kind) => {
    const { category, content } = kinds[kind]!();
    const written = { parameterFormat: 'NAMED', ...content } as TemplateContent;
    const family = await stage.write(`service_${kind}_v1`, written, { category });
    const { variantId, metaName } = family.variants[0]!;
    const versionId = await stage.approve(variantId);
    for (const accountId of [stage.accountId, clinicId]) await stage.submit(versionId, accountId);
    await stage.settle();
    const { variants } = await stage.get(family.familyId);
    expect(variants[0]!.submissions).toMatchObject([
      { state: 'done', problem: null },
      { state: 'done', problem: null },
    ]);
    expect(variants[0]!.atWhatsApp).toMatchObject([
      { status: 'APPROVED', category, versionId },
      { status: 'APPROVED', category, versionId },
    ]);
    const there = [...stage.emulator.inside.templates.all.values()].filter(({ name }) => name === metaName);
    expect(there.map(({ wabaId }) => wabaId).toSorted()).toEqual(
      ['102290129340398', clinic.wabaId].toSorted(),
    );
  },
);
