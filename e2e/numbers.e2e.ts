import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: MetaStage;
let owner: Signed;
let home: string;

beforeAll(async () => {
  stage = await openMetaStage();
}, 60_000);
afterAll(() => stage.stop());

const silks: Record<'metaAppId' | 'appSecret' | 'token' | 'wabaId', string> = {
  metaAppId: sample.appId,
  appSecret: sample.appSecret,
  token: sample.token,
  wabaId: sample.wabaId,
};

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

interface Listed {
  accounts: { accountId: string; wabaId: string; disconnectedAt: string | null }[];
  numbers: { numberId: string; phoneNumberId: string; onBusinessApp: boolean }[];
}

async function list(): Promise<Listed> {
  return (await owner.api.get<Listed>('/numbers')).body;
}

async function connectSilks(): Promise<{ accountId: string; numberId: (metaId: string) => string }> {
  const { body } = await owner.api.post<{ accountId: string }>('/numbers/connections', silks);
  const { numbers } = await list();
  return {
    accountId: body.accountId,
    numberId: (metaId) => numbers.find(({ phoneNumberId }) => phoneNumberId === metaId)!.numberId,
  };
}

/** They are fetched by themselves when an account is connected. */
const hasTemplates = (): Promise<void> =>
  expect
    .poll(async () => (await owner.api.get<{ items: object[] }>('/templates')).body.items.length, {
      timeout: 15_000,
    })
    .toBeGreaterThan(0);

const labels = { metaAppId: 'App ID', appSecret: 'App secret', token: 'Token', wabaId: 'Account ID' };

async function fill(page: Page, values: Partial<typeof silks>): Promise<void> {
  for (const [name, value] of Object.entries(values))
    await page.getByLabel(labels[name as keyof typeof labels], { exact: true }).fill(value);
}

// An account belongs to one workspace: each test gives it back.
beforeEach(async () => {
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  return async () => {
    for (const { accountId, disconnectedAt } of (await list()).accounts)
      if (disconnectedAt === null) await owner.api.remove(`/numbers/accounts/${accountId}`);
  };
});

describe('connecting by hand', () => {
  it('leads there from nothing, and says of each wrong value what is wrong with it', async () => {
    const { page, inspect, faults, context } = await visit('numbers');
    await page.getByRole('heading', { name: 'No number is connected yet' }).waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByRole('link', { name: 'Connect a number' }).click();
    await page.getByRole('link', { name: 'Continue by hand' }).click();
    const connect = page.getByRole('button', { name: /^(Check and connect|Try again)$/ });

    await fill(page, { metaAppId: '+91', appSecret: 'b7c1', token: 'EAA?', wabaId: '+91 261 400 1234' });
    await connect.click();
    await page
      .getByText('4 fields')
      .or(page.getByText('An ID of Meta is 5 to 20 digits.').first())
      .first()
      .waitFor();
    await page.getByText('An app secret is 32 characters from 0 to 9 and a to f.').waitFor();
    await page.getByText('A token is one long word').waitFor();

    // As it comes from a page: with spaces, a line break and a mark without width.
    await fill(page, {
      metaAppId: ` ${silks.metaAppId} `,
      appSecret: 'f'.repeat(32).toUpperCase(),
      token: 'EAAnobodyGaveThis',
      wabaId: `${silks.wabaId}\u200B`,
    });
    await connect.click();
    await page.getByRole('heading', { name: 'Not connected; nothing was stored' }).waitFor();
    const steps = page.getByRole('list', { name: 'Steps' });
    await steps.getByText('Meta does not accept this app id and secret together.').waitFor();
    expect(await steps.getByText('Not tried yet').count()).toBe(6);
    await steps.getByRole('button', { name: 'Copy for Meta’s support' }).waitFor();
    expect(await page.getByLabel('App secret').getAttribute('aria-invalid')).toBe('true');
    expect(await inspect()).toEqual([]);

    await fill(page, { appSecret: silks.appSecret });
    await connect.click();
    await steps.getByRole('listitem').filter({ hasText: 'Token' }).getByText('Failed').waitFor();
    expect(await page.getByLabel('Token', { exact: true }).inputValue()).toBe('EAAnobodyGaveThis');

    await fill(page, { token: sample.clinicToken });
    await connect.click();
    await steps.getByText('The token cannot see an account').waitFor();
    expect((await list()).accounts).toEqual([]);

    await fill(page, { token: silks.token });
    await connect.click();
    await page.getByRole('heading', { name: 'Surat Silks is connected' }).waitFor();
    await page.getByRole('link', { name: '+91 26140 01234' }).waitFor();
    for (const secret of [silks.appSecret, silks.token]) expect(await page.content()).not.toContain(secret);
    const stored = await page.evaluate<string>(`JSON.stringify([sessionStorage, localStorage])`);
    expect(stored).not.toContain(silks.token);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('keeps what was typed when the server is away', async () => {
    const { page, context } = await visit('numbers/connect/hand');
    await fill(page, silks);
    await page.route('**/api/v1/numbers/connections', (route) => route.abort());
    await page.getByRole('button', { name: 'Check and connect' }).click();
    await page.getByText('The server cannot be reached.').waitFor();
    expect(await page.getByLabel('Token', { exact: true }).inputValue()).toBe(silks.token);
    await page.unroute('**/api/v1/numbers/connections');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'Surat Silks is connected' }).waitFor();
    await context.close();
  });
});

describe('connecting with Meta’s sign-up', () => {
  async function openWindow(page: Page): Promise<Page> {
    const open = page.getByRole('button', { name: /^Open (Meta’s window|it again)$/ });
    await page.locator('button:not([aria-busy])').filter({ hasText: /^Open/ }).waitFor();
    const [popup] = await Promise.all([page.waitForEvent('popup'), open.click()]);
    await popup.waitForLoadState();
    return popup;
  }

  async function newNumber(popup: Page, phone: string, name: string): Promise<void> {
    await popup.getByLabel('Phone number').fill(phone);
    await popup.getByLabel('Display name').fill(name);
    await popup.getByRole('button', { name: 'Send the code' }).click();
    const code = await popup.getByRole('status').textContent();
    await popup.getByLabel('Six-digit code').fill(code ?? '');
    await popup.getByRole('button', { name: 'Next' }).click();
    await popup.getByRole('button', { name: 'Confirm' }).click();
    await popup.getByRole('heading', { name: 'All set' }).waitFor();
  }

  it('comes from our pages, says where a person left, and connects what they shared', async () => {
    const { page, inspect, faults, context } = await visit('numbers/connect');
    await page.getByRole('link', { name: 'Continue with Meta’s sign-up' }).click();
    const left = await openWindow(page);
    await page.getByText('Meta’s window is open. Go on there.').waitFor();
    await left.getByRole('radio', { name: 'Surat Silks' }).check();
    await left.getByRole('button', { name: 'Next' }).click();
    await left.getByRole('heading', { name: 'Choose your WhatsApp Business account' }).waitFor();
    await left.getByRole('button', { name: 'Cancel' }).click();
    await page.getByText('You left while choosing the WhatsApp account.').waitFor();
    expect(await inspect()).toEqual([]);

    const popup = await openWindow(page);
    await popup.getByRole('radio', { name: 'Surat Silks' }).check();
    await popup.getByRole('button', { name: 'Next' }).click();
    await popup.getByRole('radio', { name: 'Surat Silks: add a phone number' }).check();
    await popup.getByRole('button', { name: 'Next' }).click();
    await newNumber(popup, '+91 98250 12345', 'Surat Silks Export');
    await page.getByRole('heading', { name: 'Surat Silks is connected' }).waitFor();
    await page.getByRole('link', { name: '+91 98250 12345' }).waitFor();
    expect((await list()).accounts).toMatchObject([{ wabaId: sample.wabaId }]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('connects a number that stays in the WhatsApp Business app', async () => {
    const { page, context } = await visit('numbers/connect/sign-up');
    await page.getByRole('radio', { name: /In the WhatsApp Business app/ }).check();
    await page.getByText('Then tap Connect in the Business app').waitFor();
    const popup = await openWindow(page);
    await popup.getByRole('radio', { name: 'Surat Silks' }).check();
    await popup.getByRole('button', { name: 'Next' }).click();
    await newNumber(popup, '+91 98980 54321', 'Surat Silks Shop');
    await page.getByRole('heading', { name: /is connected$/ }).waitFor();
    await page.getByText('Trikon and the Business app').waitFor();
    expect((await list()).numbers).toMatchObject([{ onBusinessApp: true }]);
    await context.close();
  });

  it('tells what Meta reported, and a window that was only closed', async () => {
    const { page, context } = await visit('numbers/connect/sign-up');
    const reported = await openWindow(page);
    await reported.getByRole('button', { name: 'Next' }).click();
    await reported.getByRole('radio', { name: 'Surat Silks: add a phone number' }).check();
    await reported.getByRole('button', { name: 'Next' }).click();
    await reported.getByLabel('Phone number').fill('+91 20 2640 1234');
    await reported.getByLabel('Display name').fill('Surat Silks Pune');
    await reported.getByRole('button', { name: 'Send the code' }).click();
    await reported.getByRole('button', { name: /Report a problem/ }).click();
    await page.getByRole('heading', { name: 'Meta could not go on' }).waitFor();
    await page.getByText('another WhatsApp Business account').waitFor();
    const closed = await openWindow(page);
    await closed.close();
    await page.getByText('You left while choosing the business.').waitFor();
    await context.close();
  });

  it('loads the page anew for Meta’s script, keeps every other page without it, and says when it is held back', async () => {
    const { page, context } = await visit('numbers');
    const [strict] = await Promise.all([page.waitForResponse('**/numbers'), page.reload()]);
    expect(strict.headers()['content-security-policy']).toContain(`script-src 'self';`);
    await page.route('**/en_US/sdk.js', (route) => route.abort());
    const loaded = page.waitForResponse((response) => response.url().endsWith('/numbers/connect/sign-up'));
    await page.evaluate(`history.pushState(null, '', '${home}numbers/connect/sign-up')`);
    const opened = await loaded;
    expect(opened.headers()['cross-origin-opener-policy']).toBe('same-origin-allow-popups');
    await page.getByRole('heading', { name: 'Meta’s script did not load' }).waitFor();
    await page.getByRole('link', { name: 'Connect by hand' }).waitFor();
    await context.close();
  });
});

describe('a number', () => {
  const change = (fields: object, id: string = sample.secondNumberId): void =>
    void stage.inside.emulator.directory.numbers.change(id, fields);

  it('tells by itself what has become the matter, with what to do', async () => {
    const { numberId } = await connectSilks();
    const { page, live, context } = await visit('numbers');
    await page.getByRole('link', { name: '+91 26140 01234' }).waitFor();
    await live;
    change({ quality: 'RED' }, sample.numberId);
    await owner.api.post(`/numbers/${numberId(sample.numberId)}/refresh`);
    await page.getByText('Quality is low: many people blocked or reported it').waitFor();
    await page.getByText('At risk').waitFor();
    change({ quality: 'GREEN' }, sample.numberId);
    await context.close();
  });

  it('is proven by a code, then registered with a PIN', async () => {
    change({ registered: false, status: 'PENDING', codeStatus: 'NOT_VERIFIED', registrations: [] });
    const { numberId } = await connectSilks();
    const { page, inspect, faults, context } = await visit(`numbers/${numberId(sample.secondNumberId)}`);
    await page.getByText('Nobody has proven yet whose number this is').waitFor();
    await page.getByRole('button', { name: 'Send by SMS' }).click();
    await page.getByText('A code is on its way by SMS to +91 26140 05678').waitFor();
    await page.getByLabel('Code').fill('000000');
    await page.getByRole('button', { name: 'Prove', exact: true }).click();
    await page.getByText('This code is wrong or has expired.').waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByLabel('Code').fill('123456');
    await page.getByRole('button', { name: 'Prove', exact: true }).click();

    await page.getByRole('heading', { name: 'Register with a PIN' }).waitFor();
    await page.getByLabel('Two-step PIN').fill('12345');
    await page.getByRole('button', { name: 'Register the number' }).click();
    await page.getByText('The PIN is 6 digits.').waitFor();
    await page.getByLabel('Two-step PIN').fill('654321');
    await page.getByRole('button', { name: 'Register the number' }).click();
    await page.getByText('The number has another PIN.').waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByLabel('Two-step PIN').fill('123456');
    await page.getByLabel('Messages rest in').selectOption({ label: 'India' });
    await page.getByRole('button', { name: 'Register the number' }).click();
    await page.getByText('The number is registered for the Cloud API.').waitFor();
    const { numbers } = stage.inside.emulator.directory;
    expect(numbers.get(sample.secondNumberId)).toMatchObject({ registered: true, storageRegion: 'IN' });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is read again, and its connection is checked step by step', async () => {
    const { numberId } = await connectSilks();
    const { page, inspect, context } = await visit(`numbers/${numberId(sample.numberId)}`);
    change({ quality: 'YELLOW' }, sample.numberId);
    await page.getByRole('button', { name: 'Read from Meta again' }).click();
    await page.getByText('Quality is falling').waitFor();
    await page.getByRole('button', { name: 'Check now' }).click();
    const steps = page.getByRole('list', { name: 'Steps' });
    await steps.getByText('Messages arrive').waitFor();
    expect(await steps.getByRole('listitem').count()).toBe(9);
    expect(await inspect()).toEqual([]);
    change({ quality: 'GREEN' }, sample.numberId);
    await context.close();
  });
});

describe('how a number does', () => {
  it('is told by itself when sending is paused, with why, and goes on at a press', async () => {
    const { numberId } = await connectSilks();
    const silksId = numberId(sample.numberId);
    const { page, live, inspect, faults, context } = await visit(`numbers/${silksId}`);
    await page.getByText('All is well. There is nothing to do.').waitFor();
    await page.getByRole('meter', { name: 'New customers today' }).waitFor();
    await live;
    await owner.api.post(`/outbox/numbers/${silksId}/pause`);
    await page.getByRole('heading', { name: 'Sending from this number is paused' }).waitFor();
    await page.getByText('Needs a look').waitFor();
    expect(await inspect()).toEqual([]);
    await page.goto(`${stage.url}${home}numbers`);
    const row = page.getByRole('listitem').filter({ hasText: '+91 26140 01234' });
    await row.getByText('Needs a look').waitFor();
    await row.getByRole('link', { name: '+91 26140 01234' }).click();
    await page.getByRole('button', { name: 'Resume sending' }).click();
    await page.getByText('All is well. There is nothing to do.').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows what failed in the last day in words, with Meta’s code', async () => {
    const { numberId } = await connectSilks();
    const silksId = numberId(sample.numberId);
    const { page, context } = await visit('home');
    await page.route('**/health', async (route) => {
      const answer = await route.fetch();
      const words = { happened: 'WhatsApp cannot reach the customer.', next: 'Ask for another number.' };
      const failure = { code: 131026, count: 214, class: '', actor: '', words: { en: words, hi: words } };
      await route.fulfill({ json: { ...((await answer.json()) as object), errors: [failure] } });
    });
    await page.goto(`${stage.url}${home}numbers/${silksId}`);
    await page.getByText('214 times').waitFor();
    await page.getByText('Meta 131026').waitFor();
    await context.close();
  });
});

describe('a live test', () => {
  const asha = '919876543210';

  it('is followed from the start to the answer, can be left, and is found again', async () => {
    await connectSilks();
    await hasTemplates();
    const { page, inspect, faults, context } = await visit('', { width: 360 });
    await page.getByRole('link', { name: 'Try it with a phone' }).click();
    await page.getByRole('button', { name: 'Start the test' }).click();
    await page.getByText('Write a whole phone number').waitFor();
    await page.getByRole('textbox', { name: 'Phone' }).fill('+91 98765 43210');
    await page.getByRole('button', { name: 'Start the test' }).click();
    await page.getByText('The test is running.').waitFor();
    const steps = page.getByRole('list', { name: 'Steps of the test' });
    await steps.getByText('Now answer the message from the phone').waitFor({ timeout: 20_000 });
    expect(await inspect()).toEqual([]);
    await page.getByRole('main').getByRole('link', { name: 'Numbers' }).click();
    await page.getByRole('link', { name: '+91 26140 01234' }).click();
    await steps.getByText('Now answer the message from the phone').waitFor();
    await stage.answer(asha, 'hi');
    await page
      .getByText('It works: the message arrived, and the answer came in.')
      .waitFor({ timeout: 20_000 });
    expect(await steps.getByRole('listitem').filter({ hasText: 'Done' }).count()).toBe(5);
    expect(await inspect()).toEqual([]);
    await page.getByRole('button', { name: 'Test again' }).click();
    expect(await page.getByRole('textbox', { name: 'Phone' }).inputValue()).toContain('98765 43210');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says at which step it stopped, and what to check', async () => {
    const { numberId } = await connectSilks();
    await hasTemplates();
    const { page, inspect, context } = await visit(`numbers/${numberId(sample.numberId)}`);
    stage.inside.emulator.faults.rules.put({
      id: 'unreachable',
      at: 'POST number/messages',
      effect: { type: 'error', code: 131026 },
      left: 1,
      share: 1,
      struck: 0,
    });
    await page.getByRole('textbox', { name: 'Phone' }).fill('+91 98765 43210');
    await page.getByRole('button', { name: 'Start the test' }).click();
    await page.getByText('The test stopped.').waitFor({ timeout: 20_000 });
    const stopped = page.getByRole('listitem').filter({ hasText: 'Stopped here' });
    await stopped.getByText('cannot reach the customer').waitFor();
    await stopped.getByText('Meta 131026').waitFor();
    expect(await inspect()).toEqual([]);
    await context.close();
  });
});

describe('an account', () => {
  it('changes its app secret with both accepted in between, and goes back', async () => {
    const { accountId } = await connectSilks();
    const { apps } = stage.inside.emulator.directory;
    const { page, inspect, context } = await visit(`numbers/accounts/${accountId}`);
    expect(await page.getByLabel('Callback address').inputValue()).toContain(stage.url);
    const begin = async (secret: string): Promise<void> => {
      await page.getByRole('button', { name: 'Change the app secret' }).click();
      await page.getByRole('dialog').getByLabel('New app secret').fill(secret);
      await page.getByRole('button', { name: 'Accept the new secret too' }).click();
    };
    await begin('a'.repeat(32));
    await page.getByRole('dialog').getByText('Meta does not accept').waitFor();
    await page.keyboard.press('Escape');

    apps.change(sample.appId, { secret: 'a'.repeat(32) });
    await begin(` ${'A'.repeat(32)}\n`);
    await page.getByText(/^Both secrets are accepted since/).waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByRole('button', { name: 'Finish: forget the old one' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Finish: forget the old one' }).click();
    await page.getByText('Only the new app secret is accepted now').waitFor();

    apps.change(sample.appId, { secret: sample.appSecret });
    await begin(sample.appSecret);
    await page.getByText(/^Both secrets are accepted since/).waitFor();
    await page.getByRole('button', { name: 'Go back to the old one' }).click();
    await page.getByText('The new app secret was forgotten').waitFor();
    await context.close();
  });

  it('is disconnected only against its name, folded away, and connected again', async () => {
    const { accountId } = await connectSilks();
    const { page, inspect, context } = await visit(`numbers/accounts/${accountId}`);
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Conversations, contacts and reports stay as they are.').waitFor();
    const act = dialog.getByRole('button', { name: 'Disconnect the account' });
    expect(await act.isDisabled()).toBe(true);
    expect(await inspect()).toEqual([]);
    await dialog.getByRole('textbox').fill('Surat Silks');
    await act.click();
    await page.getByRole('heading', { name: 'No number is connected yet' }).waitFor();
    await page.getByText('One disconnected account').click();
    await page.getByText('What was written with it stays.').waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByRole('link', { name: 'Connect again' }).click();
    await page.getByText('Give Surat Silks a new token.').waitFor();
    expect(await page.getByLabel('Account ID').inputValue()).toBe(sample.wabaId);
    await fill(page, { appSecret: silks.appSecret, token: silks.token });
    await page.getByRole('button', { name: 'Check and connect' }).click();
    await page.getByRole('heading', { name: 'Surat Silks is connected' }).waitFor();
    expect((await list()).accounts).toMatchObject([{ accountId, disconnectedAt: null }]);
    await context.close();
  });
});

it('shows an agent how numbers are doing, and nothing that only an administrator does', async () => {
  const { accountId, numberId } = await connectSilks();
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Kavya Nair');
  const { page, context } = await visit('numbers', { as: agent });
  await page.getByRole('link', { name: '+91 26140 01234' }).click();
  await page.getByRole('heading', { name: 'At Meta' }).waitFor();
  expect(await page.getByRole('button', { name: /Read from Meta|Check now|Register/ }).count()).toBe(0);
  await page.goto(`${stage.url}${home}numbers/accounts/${accountId}`);
  await page.getByText('Review of the account').waitFor();
  expect(await page.getByLabel('Callback address').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Disconnect' }).count()).toBe(0);
  await page.goto(`${stage.url}${home}numbers/connect/hand`);
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  await page.goto(`${stage.url}${home}numbers/${numberId(sample.numberId).replace(/.$/, '0')}x`);
  await page.getByRole('heading', { name: 'There is no such number' }).waitFor();
  await context.close();
});

describe('in every look', () => {
  const pages: [string, () => Promise<string>, string][] = [
    ['connecting', async () => 'numbers/connect', 'h2'],
    ['connecting by hand', async () => 'numbers/connect/hand', 'form'],
    ['Meta’s sign-up', async () => 'numbers/connect/sign-up', 'ol'],
    ['the list', async () => (await connectSilks(), 'numbers'), 'dl'],
    ['a number', async () => `numbers/${(await connectSilks()).numberId(sample.numberId)}`, 'dl'],
    ['an account', async () => `numbers/accounts/${(await connectSilks()).accountId}`, 'dl'],
  ];
  it.each(pages)('%s is without fault', async (_name, pathOf, shown) => {
    const path = `${home}${await pathOf()}`;
    await expectFaultless(stage, {
      path,
      as: owner,
      settle: ({ page }) => page.locator(`main ${shown}`).first().waitFor(),
    });
  });
});
