import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  hours,
  intentTo,
  openSendingGround,
  template,
  words,
  type Changes,
  type SendingGround,
} from '../../../../test/sending/ground.ts';
import { send } from '../send/send.ts';
import { claimConditions } from './claim-conditions.ts';

let ground: SendingGround;
beforeAll(async () => {
  ground = await openSendingGround();
});
afterAll(() => ground.app.stop());

const midday = new Date('2026-11-20T06:30:00.000Z');
const code = template('code', { code: '1234' });

/** What a claim would say of a message that was allowed, once this has happened to its contact. */
async function afterwards(
  content: ReturnType<typeof words>,
  change: string,
  changes: Changes = {},
): Promise<string | null> {
  const contactId = await ground.contact({ windowEndsAt: hours(midday, 2), ...changes });
  const sent = await ground.inWorkspace((tx) =>
    send(tx, ground.app.sending, intentTo(ground.numberId, contactId, { content })),
  );
  expect(sent.verdict).toBe('allowed');
  if (change !== '') await ground.asOwner(change.replaceAll('$c', `'${contactId}'`));
  const [row] = await ground.asOwner<{ refusal: string | null }>(
    `select ${claimConditions({ now: '$2::timestamptz' })} as refusal from outbox o
     join contacts c on c.workspace_id = o.workspace_id and c.contact_id = o.contact_id
     join conversations v on v.workspace_id = o.workspace_id and v.conversation_id = o.conversation_id
     left join consent_states s on s.workspace_id = o.workspace_id and s.contact_id = o.contact_id
     left join templates t on t.workspace_id = o.workspace_id and t.template_id = o.template_id
     where o.message_id = $1`,
    [sent.messageId, hours(midday, 1)],
  );
  return row!.refusal;
}

const state = (change: string): string => `update consent_states set ${change} where contact_id = $c`;

test('what was allowed and has not changed leaves', async () => {
  for (const content of [words(), template('diwali'), template('shipped'), code])
    expect(await afterwards(content, '')).toBeNull();
});

test('what has changed since is seen when a message leaves', async () => {
  const blocked = 'update contacts set blocked_at = now() where contact_id = $c';
  const unnumbered = `update contacts set phone = null, user_id = 'IN.7' where contact_id = $c`;
  const closed = `update conversations set window_ends_at = '2026-11-20T07:00:00Z' where contact_id = $c`;
  const frozen = state(`frozen_at = now(), frozen_reason = 'x'`);
  const everything = state(`granted = '{}', withdrawn = '{*}'`);
  const promotions = state(`granted = '{}', withdrawn = '{promotions}'`);
  const marketing = template('diwali');
  const listed = `with list as (
      insert into suppression_lists (workspace_id, list_id, name, kind, reason, categories, created_at, created_by, updated_at)
      select workspace_id, gen_random_uuid(), 'list of ' || contact_id, 'legal', 'x', '{marketing}', now(), 'x', now()
      from contacts where contact_id = $c returning *
    ) insert into suppression_members (workspace_id, list_id, member_id, contact_id, added_at, added_by)
    select workspace_id, list_id, gen_random_uuid(), $c, now(), 'x' from list`;
  expect(await afterwards(marketing, listed)).toBe('suppressed');
  expect(await afterwards(template('shipped'), listed)).toBeNull();
  expect(await afterwards(words(), listed)).toBeNull();
  expect(await afterwards(words(), blocked)).toBe('blocked');
  expect(await afterwards(code, unnumbered)).toBe('code_needs_phone');
  expect(await afterwards(marketing, unnumbered)).toBeNull();
  expect(await afterwards(words(), closed)).toBe('window_closed');
  expect(await afterwards(template('shipped'), closed)).toBeNull();
  expect(await afterwards(marketing, frozen)).toBe('consent_frozen');
  expect(await afterwards(words(), frozen)).toBeNull();
  expect(await afterwards(template('shipped'), everything)).toBe('consent_withdrawn');
  expect(await afterwards(marketing, promotions)).toBe('consent_withdrawn');
  expect(await afterwards(template('shipped'), promotions)).toBeNull();
  expect(await afterwards(marketing, state('stopped_at = now()'))).toBe('consent_stopped');
  expect(await afterwards(marketing, `update templates set status = 'PAUSED' where name = 'diwali'`)).toBe(
    'template_unsendable',
  );
});
