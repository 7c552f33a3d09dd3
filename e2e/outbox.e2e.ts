import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plantMessages, plantSource, type Planted } from '../apps/server/test/dispatch/plant.ts';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: MetaStage;
let owner: Signed;
let home: string;
let place: { workspaceId: string; numberId: string };

const hour = 3_600_000;
const inHours = (count: number): Date => new Date(Date.now() + count * hour);
type Options = NonNullable<Parameters<typeof plantMessages>[2]>;

const asOwner: MetaStage['app']['database']['asOwner'] = (text, values) =>
  stage.app.database.asOwner(text, values);
/** What is planted has to be of the time in which the program runs. */
const ground = () => ({ asOwner, clock: stage.app.clock });
const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

async function plant(name: string, text: string, options: Options): Promise<Planted> {
  const [message] = await plantMessages(ground(), place, options);
  await asOwner(`update contacts set name = $2 where contact_id = $1`, [message!.contactId, name]);
  await asOwner(`update messages set text = $2 where message_id = $1`, [message!.messageId, text]);
  return message!;
}

/** A campaign that Meta's word on its template stopped. */
async function plantPausedCampaign(name: string): Promise<{ sourceId: string; messages: Planted[] }> {
  const sourceId = await plantSource(ground(), place.workspaceId, name);
  await asOwner(`update send_sources set state = 'paused', reason = 'meta_132015' where source_id = $1`, [
    sourceId,
  ]);
  const messages = await plantMessages(ground(), place, {
    class: 'marketing',
    count: 3,
    sourceId,
    state: 'waiting',
    hold: 'source',
  });
  await asOwner(`update outbox set due_at = 'infinity' where source_id = $1`, [sourceId]);
  return { sourceId, messages };
}

async function plantDoubt(name: string): Promise<Planted> {
  const message = await plant(name, 'Your appointment is tomorrow at 10:30, Dr Kulkarni.', {
    class: 'reply',
  });
  await asOwner(
    `update outbox set state = 'unknown', hold = 'not_confirmed', attempts = 1, fence = 0, since = now()
     where message_id = $1`,
    [message.messageId],
  );
  await asOwner(`update messages set status = 'unknown' where message_id = $1`, [message.messageId]);
  await asOwner(
    `insert into attempts (workspace_id, message_id, attempt, number_id, fence, started_at, outcome, ended_at)
     values ($1, $2, 1, $3, 0, now(), 'unknown', now())`,
    [place.workspaceId, message.messageId, place.numberId],
  );
  return message;
}

async function statusOf({ messageId }: Planted): Promise<string> {
  const [row] = await asOwner<{ status: string }>(`select status from messages where message_id = $1`, [
    messageId,
  ]);
  return row!.status;
}

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  const { appId, appSecret, token, wabaId } = sample;
  await owner.api.post('/numbers/connections', { metaAppId: appId, appSecret, token, wabaId });
  const [number] = await asOwner<{ numberId: string }>(
    `select number_id as "numberId" from numbers where phone_number_id = $1`,
    [sample.numberId],
  );
  place = { workspaceId: owner.workspaceId, numberId: number!.numberId };
}, 60_000);
afterAll(() => stage.stop());

beforeEach(() => async () => {
  await asOwner(`delete from outbox`);
  await asOwner(`delete from send_sources`);
  await asOwner(`update number_lanes set paused_at = null, paused_reason = null, paused_by = null`);
});

describe('what waits', () => {
  it('teaches when nothing waits, then tells by itself what came and why it waits', async () => {
    const { page, inspect, live, faults, context } = await visit('outbox');
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor();
    await page.getByText('Nothing is stopped.').waitFor();
    expect(await inspect()).toEqual([]);
    await live;
    await plant('Meena Shah', 'Your saree order SS-2481 was packed.', {
      class: 'utility',
      state: 'waiting',
      hold: 'quiet_hours',
      dueAt: inHours(9),
    });
    await owner.api.post(`/outbox/numbers/${place.numberId}/pause`);
    const row = page.getByRole('listitem').filter({ hasText: 'Meena Shah' });
    await row.getByText('It is night where the customer is').waitFor();
    await row.getByText('in 8 hr').or(row.getByText('in 9 hr')).waitFor();
    await page.getByRole('heading', { name: '+91 26140 01234 is paused' }).waitFor();
    await page.getByRole('button', { name: 'Resume +91 26140 01234' }).click();
    await page.getByText('Nothing is stopped.').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('does not move under the pointer', async () => {
    const held = { class: 'utility', state: 'waiting', hold: 'quiet_hours', dueAt: inHours(9) } as const;
    await plant('Meena Shah', 'First', held);
    const { page, context } = await visit('outbox');
    const rows = page.getByRole('list', { name: 'Messages that wait' }).getByRole('listitem');
    await rows.first().hover();
    await plant('Farhan Ali', 'Second', held);
    await page.getByRole('button', { name: 'One more since you look' }).waitFor({ timeout: 15_000 });
    expect(await rows.count()).toBe(1);
    await page.getByRole('button', { name: 'One more since you look' }).click();
    await rows.nth(1).waitFor();
    expect(await rows.first().textContent()).toContain('Farhan Ali');
    await context.close();
  });

  it('is narrowed by kind, and the choice stands in the address', async () => {
    const held = { state: 'waiting', hold: 'pair_rate', dueAt: inHours(1) } as const;
    await plant('Meena Shah', 'Reply', { ...held, class: 'reply' });
    await plant('Farhan Ali', 'Offer', { ...held, class: 'marketing' });
    const { page, context } = await visit('outbox');
    await page.getByLabel('Kind').selectOption({ label: 'Marketing' });
    const rows = page.getByRole('list', { name: 'Messages that wait' }).getByRole('listitem');
    await expect.poll(() => rows.allTextContents()).toHaveLength(1);
    expect(await rows.first().textContent()).toContain('Farhan Ali');
    await page.reload();
    await rows.first().waitFor();
    expect(await rows.count()).toBe(1);
    await page.getByLabel('Kind').selectOption({ label: 'Codes' });
    await page.getByRole('heading', { name: 'Nothing that waits is like this' }).waitFor();
    await page.getByRole('link', { name: 'Show everything that waits' }).click();
    await rows.nth(1).waitFor();
    await context.close();
  });

  it('lets one message be taken back', async () => {
    const message = await plant('Meena Shah', 'Offer', {
      class: 'marketing',
      state: 'waiting',
      hold: 'quiet_hours',
      dueAt: inHours(9),
    });
    const { page, context } = await visit('outbox');
    await page.getByRole('button', { name: 'Do not send it' }).click();
    await page.getByRole('dialog').getByText('Meena Shah does not get it.').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Do not send it' }).click();
    await page.getByText('The message to Meena Shah is not sent').waitFor();
    expect(await statusOf(message)).toBe('cancelled');
    await context.close();
  });
});

describe('a source that was stopped', () => {
  it('says why, and goes on at a click', async () => {
    const { messages } = await plantPausedCampaign('Diwali offer');
    const { page, inspect, faults, context } = await visit('outbox');
    await page.getByRole('heading', { name: 'Diwali offer is paused' }).waitFor();
    await page.getByText('3 messages wait for it.').waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByRole('button', { name: 'Resume Diwali offer' }).click();
    await page.getByText('Nothing is stopped.').waitFor();
    for (const message of messages)
      await expect
        .poll(() => statusOf(message), { timeout: 15_000 })
        .toMatch(/^(accepted|sent|delivered|read)$/);
    await page.getByRole('heading', { name: 'Nothing waits' }).waitFor({ timeout: 15_000 });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is cancelled only after saying how many it stops', async () => {
    const { messages } = await plantPausedCampaign('Navratri offer');
    const { page, context } = await visit('outbox');
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('3 messages that wait will never be sent.').waitFor();
    await dialog.getByRole('button', { name: 'Stop 3 messages' }).click();
    await page.getByText('Cancelled: Navratri offer').waitFor();
    for (const message of messages)
      await expect.poll(() => statusOf(message), { timeout: 15_000 }).toBe('cancelled');
    await context.close();
  });
});

describe('what is in doubt', () => {
  it('is said on the first page, and settled by a person who knows what it means', async () => {
    const left = await plantDoubt('Meena Shah');
    const again = await plantDoubt('Farhan Ali');
    const { page, inspect, context } = await visit('outbox');
    await page.getByRole('heading', { name: 'Of 2 messages it is not known' }).waitFor();
    await page.getByRole('link', { name: 'Look at them' }).click();
    const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    await row('Meena Shah').getByText('It is not known whether WhatsApp has it.').waitFor();
    expect(await inspect()).toEqual([]);
    await row('Meena Shah').getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('dialog').getByText('stays unconfirmed').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Leave it' }).click();
    await page.getByText('The message to Meena Shah stays unconfirmed').waitFor();
    await row('Farhan Ali').getByRole('button', { name: 'Send again (may arrive twice)' }).click();
    await page.getByRole('dialog').getByText('Farhan Ali gets the same message twice').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
    await page.mouse.move(0, 0);
    await page.getByRole('heading', { name: 'Nothing is in doubt' }).waitFor({ timeout: 15_000 });
    await expect.poll(() => statusOf(again), { timeout: 15_000 }).toMatch(/^(accepted|sent|delivered|read)$/);
    expect(await statusOf(left)).toBe('unknown');
    await context.close();
  });
});

describe('what was refused', () => {
  it('is explained by its rule', async () => {
    const { status } = await owner.api.post('/messages', {
      to: { phone: '+91 98200 77777' },
      numberId: place.numberId,
      cause: 'order SS-2481',
      content: { type: 'text', text: { body: 'Is the blouse piece all right?' } },
    });
    expect(status).toBe(422);
    const { page, inspect, context } = await visit('outbox');
    await page.getByRole('link', { name: 'Refused', exact: true }).click();
    await page.getByText('only a template can be sent').first().waitFor();
    await page.getByRole('button', { name: /^Why/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('window_closed').waitFor();
    await drawer.getByText('order SS-2481').waitFor();
    expect(await inspect()).toEqual([]);
    await drawer.getByRole('link', { name: 'Show all that this rule refused' }).click();
    await page.getByRole('link', { name: 'Show everything refused' }).waitFor();
    expect(page.url()).toContain('rule=window_closed');
    await context.close();
  });
});

it('shows a member of compliance what waits, and lets them change nothing', async () => {
  await plantPausedCampaign('Diwali offer');
  const compliance = await buildMember(stage.app, owner.workspaceId, 'compliance', 'Tenzin Dolma');
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  const seen = await visit('outbox', { as: compliance });
  await seen.page.getByRole('heading', { name: 'Diwali offer is paused' }).waitFor();
  expect(await seen.page.getByRole('button', { name: /Resume|Pause|Cancel/ }).count()).toBe(0);
  await seen.context.close();
  const { page, context } = await visit('outbox', { as: agent });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  await context.close();
});

describe('in every look', () => {
  const long = 'தமிழ்நாட்டின் கைத்தறிப் புடவைகளுக்கான மிக நீளமான வாடிக்கையாளர் பெயர்';
  it('the outbox is without fault', async () => {
    await plantPausedCampaign('Diwali offer for everybody who bought a Kanjivaram last year');
    await plantDoubt('Farhan Ali');
    await plant(long, 'Your saree order SS-2481 was packed.', {
      class: 'utility',
      state: 'waiting',
      hold: 'quiet_hours',
      dueAt: inHours(9),
    });
    await expectFaultless(stage, {
      path: `${home}outbox`,
      as: owner,
      settle: ({ page }) => page.getByText(long).first().waitFor(),
    });
  });

  it('what is in doubt is without fault', async () => {
    await plantDoubt(long);
    await expectFaultless(stage, {
      path: `${home}outbox/doubt`,
      as: owner,
      settle: ({ page }) => page.getByText(long).first().waitFor(),
    });
  });

  it('what was refused is without fault', () =>
    expectFaultless(stage, {
      path: `${home}outbox/refused`,
      as: owner,
      settle: ({ page }) => page.getByText('+91 98200 77777').first().waitFor(),
    }));
});
