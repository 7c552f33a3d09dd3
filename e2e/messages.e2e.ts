import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: MetaStage;
let owner: Signed;
let home: string;
let numberId: string;
let delivered: string;
let failed: string;

const patience = { timeout: 60_000, interval: 100 };

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

async function sendTemplate(phone: string, cause: string): Promise<string> {
  const { body } = await owner.api.post<{ messageId: string }>('/messages', {
    to: { phone },
    numberId,
    cause,
    content: {
      type: 'template',
      template: {
        name: 'order_confirmation',
        language: { code: 'hi' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'आशा' },
              { type: 'text', text: 'SS-2481' },
            ],
          },
        ],
      },
    },
  });
  return body.messageId;
}

async function statusOf(messageId: string): Promise<string> {
  const { body } = await owner.api.get<{ status: string }>(`/messages/${messageId}`);
  return body.status;
}

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  const { appId, appSecret, token, wabaId } = sample;
  await owner.api.post('/numbers/connections', { metaAppId: appId, appSecret, token, wabaId });
  const { body } = await owner.api.get<{ numbers: { numberId: string; phoneNumberId: string }[] }>(
    '/numbers',
  );
  numberId = body.numbers.find(({ phoneNumberId }) => phoneNumberId === sample.numberId)!.numberId;
  const templates = async (): Promise<void> => {
    const { body } = await owner.api.get<{ items: unknown[] }>('/templates');
    expect(body.items.length).toBeGreaterThan(0);
  };
  await vi.waitFor(templates, patience);

  delivered = await sendTemplate('+91 98251 70001', 'order SS-2481');
  await vi.waitFor(async () => expect(await statusOf(delivered)).toMatch(/^(delivered|read)$/), patience);
  stage.inside.emulator.faults.rules.put({
    id: 'no whatsapp',
    effect: { type: 'fail', code: 131_026 },
    left: 1,
    share: 1,
    struck: 0,
  });
  failed = await sendTemplate('+91 98251 70002', 'order SS-2482');
  await vi.waitFor(async () => expect(await statusOf(failed)).toBe('failed'), patience);
}, 150_000);
afterAll(() => stage.stop());

describe('a message', () => {
  it('that was delivered shows its whole life, its cost and what WhatsApp delivered', async () => {
    const { page, inspect, faults, context } = await visit(`messages/${delivered}`);
    await page.getByRole('heading', { name: 'To +91 98251 70001' }).waitFor();
    const life = page.getByRole('list').filter({ hasText: 'Asked for' });
    for (const line of ['Asked for', 'Allowed by the rules', 'WhatsApp took it', 'It reached the phone'])
      await life.getByText(line).waitFor();
    await page.getByRole('figure', { name: 'As the customer sees it' }).getByText('SS-2481').waitFor();
    await page.getByRole('heading', { name: 'Cost' }).waitFor();
    await page.getByText('order SS-2481').first().waitFor();
    expect(await inspect()).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that failed says why, what to do next, and Meta’s code small', async () => {
    const { page, inspect, context } = await visit(`messages/${failed}`);
    await page.getByText('It could not be delivered').waitFor();
    await page.getByText('Meta’s code 131026').waitFor();
    await page.getByText(/^Check the number/).waitFor();
    expect(await inspect()).toEqual([]);
    await context.close();
    const hindi = await visit(`messages/${failed}`, { language: 'hi' });
    await hindi.page.getByText('पहुँचाया नहीं जा सका').waitFor();
    await hindi.page.getByText(/^नंबर जाँचें/).waitFor();
    await hindi.context.close();
  });

  it('follows what happens to it while it is open', async () => {
    const messageId = await sendTemplate('+91 98251 70003', 'order SS-2483');
    const { page, context } = await visit(`messages/${messageId}`);
    await page.getByText('It reached the phone').waitFor({ timeout: 20_000 });
    await context.close();
  });

  it('that is not there says so, and where else to look', async () => {
    const { page, context } = await visit(`messages/${delivered.replace(/.$/, 'f').replace(/^./, '1')}`);
    await page.getByRole('heading', { name: 'There is no such message' }).waitFor();
    await page.getByRole('link', { name: 'Show what was refused' }).waitFor();
    await context.close();
  });
});

describe('the log', () => {
  it('finds a message by its status, and opens it', async () => {
    const { page, inspect, context } = await visit('messages');
    await page.getByRole('link', { name: '+91 98251 70001' }).waitFor();
    await page.getByLabel('Status').selectOption({ label: 'Failed' });
    await page.getByRole('link', { name: '+91 98251 70001' }).waitFor({ state: 'detached' });
    expect(await inspect()).toEqual([]);
    await page.getByRole('link', { name: '+91 98251 70002' }).click();
    await page.getByText('It could not be delivered').waitFor();
    await context.close();
  });

  it('opens a message by its id, from its field and from the palette', async () => {
    const { page, context } = await visit('messages');
    await page.getByLabel('Message id').fill('SS-2481');
    await page.keyboard.press('Enter');
    await page.getByText('An id looks like').waitFor();
    await page.getByLabel('Message id').fill(` ${delivered.toUpperCase()} `);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'To +91 98251 70001' }).waitFor();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('dialog').getByRole('combobox').fill(failed);
    await page.getByRole('option', { name: `Open message ${failed}` }).click();
    await page.getByRole('heading', { name: 'To +91 98251 70002' }).waitFor();
    await context.close();
  });

  it('is shown to developers, and raw deliveries to nobody without the right', async () => {
    const developer = await buildMember(stage.app, owner.workspaceId, 'developer', 'Tenzin Dolma');
    const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
    const seen = await visit('messages', { as: developer });
    await seen.page.getByRole('navigation').getByRole('link', { name: 'Messages' }).first().waitFor();
    await seen.page.getByRole('link', { name: '+91 98251 70001' }).waitFor();
    await seen.context.close();
    const { page, context } = await visit(`messages/${delivered}`, { as: agent });
    await page.getByText('It reached the phone').waitFor();
    expect(await page.getByText('As it came').count()).toBe(0);
    await context.close();
  });
});

describe('in every look', () => {
  it('the log is without fault', () =>
    expectFaultless(stage, {
      path: `${home}messages`,
      as: owner,
      settle: ({ page }) => page.getByText('+91 98251 70001').first().waitFor(),
    }));

  it.each([
    ['delivered', () => delivered],
    ['failed', () => failed],
  ])('a message that %s is without fault', (_name, idOf) =>
    expectFaultless(stage, {
      path: `${home}messages/${idOf()}`,
      as: owner,
      settle: ({ page }) => page.locator('main figure').waitFor(),
    }),
  );
});
