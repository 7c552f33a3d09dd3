import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  intentTo,
  openSendingGround,
  template,
  type SendingGround,
} from '../../../../test/sending/ground.ts';
import { claimConditions } from '../gate/claim-conditions.ts';
import { orderedRules } from '../gate/ordered-rules.ts';
import { sendToChunk } from '../send/chunk.ts';
import { send } from '../send/send.ts';
import { pauseSourcesUsing, resumeSourcesOf, setTemplateControls, type TemplateControl } from './controls.ts';
import { releasePaced } from './pace.ts';

let ground: SendingGround;
let templateIds: Record<string, string>;
beforeAll(async () => {
  ground = await openSendingGround();
  const rows = await ground.asOwner<{ name: string; id: string }>(
    'select name, template_id as id from templates',
  );
  templateIds = Object.fromEntries(rows.map(({ name, id }) => [name, id]));
});
afterAll(() => ground.app.stop());

const midday = new Date('2026-11-20T06:30:00.000Z');
beforeEach(async () => {
  ground.app.clock.moveTo(midday);
  for (const table of ['template_controls', 'template_pace_days', 'outbox', 'recent_sends', 'gate_policies'])
    await ground.asOwner(`delete from ${table}`);
  await ground.asOwner(`update templates set status = 'APPROVED'`);
});

const parts = { holdouts: [], contacts: { carryConsent: async () => {}, freezeConsent: async () => {} } };

const control = (name: string, changes: Partial<TemplateControl>): Promise<void> =>
  ground.inWorkspace((tx) =>
    setTemplateControls(tx, [
      {
        workspaceId: ground.workspaceId,
        templateId: templateIds[name]!,
        held: false,
        insteadId: null,
        dailyMost: null,
        ...changes,
      },
    ]),
  );

const sendOne = async (name: string) => {
  const contactId = await ground.contact();
  return ground.inWorkspace((tx) =>
    send(tx, parts, intentTo(ground.numberId, contactId, { content: template(name) })),
  );
};

/** What a claim would say of all that waits to leave. */
const atTheClaim = () =>
  ground.asOwner<{ rule: string | null }>(
    `select ${claimConditions({ now: '$1::timestamptz' })} as rule from outbox o
     join contacts c on c.workspace_id = o.workspace_id and c.contact_id = o.contact_id
     join conversations v on v.workspace_id = o.workspace_id and v.conversation_id = o.conversation_id
     join consent_states s on s.workspace_id = o.workspace_id and s.contact_id = o.contact_id
     left join templates t on t.workspace_id = o.workspace_id and t.template_id = o.template_id`,
    [midday],
  );

test('a template that is held is refused, and sent again once that is over', async () => {
  await control('diwali', { held: true });
  expect(await sendOne('diwali')).toMatchObject({ verdict: 'refused', rule: 'template_held' });
  expect(await sendOne('shipped')).toMatchObject({ verdict: 'allowed' });
  await control('diwali', {});
  expect(await sendOne('diwali')).toMatchObject({ verdict: 'allowed' });
});

test('what was queued before is asked again as it is claimed', async () => {
  expect(await sendOne('diwali')).toMatchObject({ verdict: 'allowed' });
  expect(await atTheClaim()).toEqual([{ rule: null }]);
  await control('diwali', { held: true });
  expect(await atTheClaim()).toEqual([{ rule: 'template_held' }]);
});

test('another template takes the place of one that is held, as long as WhatsApp sends that', async () => {
  await control('diwali', { held: true, insteadId: templateIds.shipped });
  const { messageId } = await sendOne('diwali');
  const [said] = await ground.asOwner<{ text: string; content: { template: { name: string } } }>(
    'select text, content from messages where message_id = $1',
    [messageId],
  );
  expect(said).toMatchObject({ text: 'It is on its way', content: { template: { name: 'shipped' } } });
  await ground.asOwner(`update templates set status = 'PAUSED' where name = 'shipped'`);
  expect(await sendOne('diwali')).toMatchObject({ verdict: 'refused', rule: 'template_held' });
});

test('so many a day leave, the rest waits with the reason, and goes on as there is room', async () => {
  await control('diwali', { dailyMost: 3 });
  const ids = await Promise.all(Array.from({ length: 8 }, () => ground.contact()));
  const intent = intentTo(ground.numberId, ids[0]!);
  await ground.inWorkspace((tx) =>
    sendToChunk(tx, { holdouts: [] }, { ...intent, deadlineSeconds: 864_000 }, ids),
  );
  const waiting = (): Promise<{ hold: string | null; count: number }[]> =>
    ground.asOwner(`select hold, count(*)::integer as count from outbox group by 1 order by 1`);
  expect(await waiting()).toEqual([
    { hold: 'template_paced', count: 5 },
    { hold: null, count: 3 },
  ]);
  expect(await sendOne('diwali')).toMatchObject({ verdict: 'held', rule: 'template_paced' });
  const free = (): Promise<number> => ground.inWorkspace(releasePaced);
  expect(await free()).toBe(0);
  // The next day there, before anybody may be woken up, and after.
  ground.app.clock.moveTo(new Date('2026-11-21T01:00:00.000Z'));
  expect(await free()).toBe(0);
  ground.app.clock.moveTo(new Date('2026-11-21T06:30:00.000Z'));
  expect(await free()).toBe(3);
  expect(await free()).toBe(0);
  await control('diwali', {});
  expect(await free()).toBe(3);
});

test('a source that uses a held template pauses and keeps what it has, and is let go with it', async () => {
  const [sourceId] = [ground.numberId];
  await ground.asOwner(
    `insert into send_sources (workspace_id, source_id, kind, name, created_at, changed_at)
     values ($1, $2, 'audience', 'Diwali', $3, $3)`,
    [ground.workspaceId, sourceId, midday],
  );
  const queueOne = async (): Promise<unknown> => {
    const contactId = await ground.contact();
    const intent = intentTo(ground.numberId, contactId, { sourceId });
    return ground.inWorkspace(async (tx) => (await send(tx, parts, intent)).verdict);
  };
  expect(await queueOne()).toBe('allowed');
  const { workspaceId } = ground;
  const found = await ground.app.db.acrossWorkspaces('jobs', (tx) =>
    pauseSourcesUsing(tx, [{ workspaceId, templateId: templateIds.diwali! }]),
  );
  expect(found).toEqual([{ workspaceId, templateId: templateIds.diwali, sourceId }]);
  await control('diwali', { held: true });
  const state = async () =>
    (
      await ground.asOwner<{ state: string; reason: string | null }>('select state, reason from send_sources')
    )[0];
  expect(await state()).toEqual({ state: 'paused', reason: 'template_held' });
  // What it still asks for waits with the rest, instead of being refused for ever.
  expect(await queueOne()).toBe('allowed');
  await ground.inWorkspace((tx) => resumeSourcesOf(tx, [sourceId]));
  expect(await state()).toEqual({ state: 'running', reason: null });
  expect(await queueOne()).toBe('refused');
});

test('its rules stand where they are meant to', () => {
  const names = orderedRules({ holdouts: [] }).map(({ name }) => name);
  expect(names.indexOf('template_held')).toBe(names.indexOf('template_unsendable') + 1);
  expect(names.at(-1)).toBe('template_paced');
});
