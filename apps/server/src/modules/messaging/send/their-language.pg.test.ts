import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { intentTo, openSendingGround, type SendingGround } from '../../../../test/sending/ground.ts';
import { newId } from '../../../platform/ids/index.ts';
import { sendToChunk } from './chunk.ts';
import { dryRun, explain } from './foresee.ts';
import { send } from './send.ts';

let ground: SendingGround;
beforeAll(async () => {
  ground = await openSendingGround();
  const [{ account_id: accountId } = { account_id: '' }] = await ground.asOwner<{ account_id: string }>(
    'select account_id from numbers where number_id = $1',
    [ground.numberId],
  );
  await plantFamily(accountId);
});
afterAll(() => ground.app.stop());
beforeEach(() => ground.app.clock.moveTo(new Date('2026-11-20T06:30:00.000Z')));

const texts = { en: 'Your order has left us.', hi: 'आपका ऑर्डर भेज दिया गया है।', ta: 'உங்கள் ஆர்டர் அனுப்பப்பட்டது.' };

/** In English, Hindi and Tamil, of which Tamil may not be sent. */
async function plantFamily(accountId: string): Promise<void> {
  const now = ground.app.clock.now();
  const familyId = newId(now);
  const { workspaceId } = ground;
  await ground.asOwner(
    `insert into template_families (workspace_id, family_id, name, category, created_at, created_by, updated_at)
     values ($1, $2, 'service_order_gone_v1', 'UTILITY', $3, 'user:x', $3)`,
    [workspaceId, familyId, now],
  );
  let second = 0;
  for (const [language, text] of Object.entries(texts)) {
    const name = `service_order_gone_${language}_v1`;
    const at = new Date(now.getTime() + second++ * 1000);
    await ground.asOwner(
      `insert into template_variants (workspace_id, variant_id, family_id, language, meta_name, created_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [workspaceId, newId(now), familyId, language, name, at],
    );
    await ground.asOwner(
      `insert into templates (workspace_id, template_id, account_id, meta_template_id, name, language, category, status,
         parameter_format, components, created_at, updated_at, status_at, category_at, quality_at, components_at, synced_at)
       values ($1, $2, $3, $4, $4, $5, 'UTILITY', $6, 'POSITIONAL',
         jsonb_build_array(jsonb_build_object('type', 'BODY', 'text', $7::text)), $8, $8, $8, $8, $8, $8, $8)`,
      [
        workspaceId,
        newId(now),
        accountId,
        name,
        language,
        language === 'ta' ? 'PAUSED' : 'APPROVED',
        text,
        now,
      ],
    );
  }
}

const content = () => ({
  type: 'template' as const,
  template: { name: 'service_order_gone_v1', language: { code: 'contact' } },
});

const speaker = (language: string | null) => ground.contact({ contact: { language } });

const order = (...languages: string[]) =>
  ground.asOwner(
    `insert into template_care (workspace_id, refresh_days, audit_days, lock_days, languages, updated_at, updated_by)
     values ($1, 30, 90, 14, $2, now(), 'user:x') on conflict (workspace_id) do update set languages = $2`,
    [ground.workspaceId, languages],
  );

async function sentTo(contactId: string): Promise<string | null> {
  const sent = await ground.inWorkspace((tx) =>
    send(tx, ground.app.sending, intentTo(ground.numberId, contactId, { content: content() })),
  );
  const [row] = await ground.asOwner<{ text: string }>('select text from messages where message_id = $1', [
    sent.messageId,
  ]);
  return row?.text ?? sent.rule;
}

test('each contact is written to in their own language, as long as it may be sent', async () => {
  await order();
  expect(await sentTo(await speaker('hi'))).toBe(texts.hi);
  expect(await sentTo(await speaker('en_IN'))).toBe(texts.en);
  expect(await sentTo(await speaker(null))).toBe(texts.en);
  expect(await sentTo(await speaker('ta'))).toBe(texts.en);
});

test('the workspace says which language stands in for one that is missing', async () => {
  await order('hi', 'en');
  expect(await sentTo(await speaker('ta'))).toBe(texts.hi);
});

test('explaining shows the language and what decided it', async () => {
  await order('hi');
  const contactId = await speaker('te');
  const told = { numberId: ground.numberId, content: content(), origin: 'api' as const };
  const { language, verdict } = await ground.inWorkspace((tx) =>
    explain(tx, ground.app.sending, contactId, told),
  );
  expect({ language, verdict }).toEqual({
    verdict: 'allowed',
    language: { name: 'service_order_gone_hi_v1', language: 'hi', because: 'workspace' },
  });
});

test('many are sent each their own, and a repetition of the cause sends nothing twice', async () => {
  await order();
  const contactIds = await Promise.all(['hi', 'en', null].map(speaker));
  const { to: _to, ...intent } = intentTo(ground.numberId, contactIds[0]!, { content: content() });
  const many = { ...intent, cause: { kind: 'audience', id: 'monsoon' } } as Parameters<typeof sendToChunk>[2];
  const run = () => ground.inWorkspace((tx) => sendToChunk(tx, ground.app.sending, many, contactIds));
  expect(await run()).toBe(3);
  expect(await run()).toBe(0);
  const sent = await ground.asOwner<{ text: string }>(
    'select text from messages where contact_id = any($1::uuid[]) order by text',
    [contactIds],
  );
  expect(sent.map(({ text }) => text)).toEqual([texts.en, texts.en, texts.hi]);
});

test('a dry run counts everybody once, whichever language they would get', async () => {
  await order();
  const contactIds = await Promise.all(['hi', 'en', 'ta'].map(speaker));
  const told = { numberId: ground.numberId, content: content(), origin: 'api' as const };
  const listed = await ground.inWorkspace((tx) => dryRun(tx, ground.app.sending, { contactIds }, told));
  expect(listed).toMatchObject({ total: 3, allowed: 3, refused: 0 });
  const [{ count } = { count: 0 }] = await ground.asOwner<{ count: number }>(
    'select count(*)::int as count from contacts where workspace_id = $1 and merged_into is null',
    [ground.workspaceId],
  );
  const all = await ground.inWorkspace((tx) => dryRun(tx, ground.app.sending, { all: true }, told));
  expect(all.total).toBe(count);
  expect(all.outcomes.map(({ rule }) => rule)).toEqual([...new Set(all.outcomes.map(({ rule }) => rule))]);
});

test('a family that is not there, or may be sent in no language, is refused as unknown', async () => {
  const contactId = await speaker('hi');
  const asked = { ...content(), template: { name: 'nothing_v1', language: { code: 'contact' } } };
  const sent = await ground.inWorkspace((tx) =>
    send(tx, ground.app.sending, intentTo(ground.numberId, contactId, { content: asked })),
  );
  expect(sent).toMatchObject({ verdict: 'refused', rule: 'template_unknown' });
});
