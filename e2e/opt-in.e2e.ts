import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: MetaStage;
let owner: Signed;
let home: string;
let numberId: string;
let shop: Server;
let shopUrl: string;
const shopPages = new Map<string, string>();

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  shop = createServer((request, response) => {
    const page = shopPages.get(request.url ?? '') ?? '';
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      // A careful shop: nothing inline, and of ours the script and what it asks.
      'content-security-policy': `default-src 'self'; script-src ${stage.url}; connect-src ${stage.url}; style-src 'self'`,
    });
    response.end(
      `<!doctype html><html lang="en"><title>Shop</title><body><h1>Paithani sarees</h1>${page}</body></html>`,
    );
  });
  shop.listen(0, '127.0.0.1');
  await once(shop, 'listening');
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
}, 60_000);
afterAll(async () => {
  shop.closeAllConnections();
  shop.close();
  await stage.stop();
});

async function approveNotice(): Promise<void> {
  const { body } = await owner.api.post<{ noticeId: string }>('/consent/notices', {
    name: 'Website',
    purposes: ['promotions'],
    texts: {
      en: {
        heading: 'On WhatsApp',
        body: 'Surat Silks may write to you about new sarees.',
        agree: 'Yes, write to me',
      },
      hi: { heading: 'WhatsApp पर', body: 'सूरत सिल्क्स आपको नई साड़ियों के बारे में लिख सकती है।', agree: 'हाँ, लिखें' },
    },
  });
  expect((await owner.api.post(`/consent/notices/${body.noticeId}/versions/1/approve`)).status).toBe(200);
}

interface Made {
  entryPointId: string;
  code: string;
  pageUrl: string;
}

async function makeForm(look: object, more: object = {}): Promise<Made> {
  const given = {
    kind: 'website',
    name: 'Shop',
    purposes: ['promotions'],
    allowedOrigins: [shopUrl],
    look,
    ...more,
  };
  const { status, body } = await owner.api.post<Made>('/entry-points', given);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
}

const attempts = async ({ entryPointId }: Made) =>
  (
    await owner.api.get<{ items: { state: string; reason: string | null; contactPhone: string | null }[] }>(
      `/entry-points/${entryPointId}/submissions`,
    )
  ).body.items.map(({ state, reason, contactPhone }) => [state, reason ?? contactPhone].join(' '));

/** On the shop's own website, which is another origin than ours. */
async function openShop(path: string, page: string): Promise<Visit> {
  shopPages.set(path, page);
  const opened = await stage.visit('/healthz');
  await opened.page.goto(`${shopUrl}${path}`);
  opened.faults.splice(0);
  return opened;
}
const scriptOf = ({ code }: Made, more = ''): string =>
  `<script async src="${stage.url}/embed/opt-in.js" data-code="${code}" ${more}></script>`;

it('teaches what a place to opt in is, before there is one, and says what is missing', async () => {
  const { page, inspect, context } = await visit('opt-in');
  await page.getByRole('heading', { name: 'No place to opt in yet' }).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('link', { name: 'Add a place to opt in' }).first().click();
  await page.getByRole('link', { name: 'Opt-in page' }).click();
  await page.getByRole('button', { name: 'Open this place' }).click();
  await page.getByText('Give it a name.').waitFor();
  await page.getByRole('textbox', { name: 'Name' }).fill('Bill footer');
  await page.getByRole('checkbox', { name: 'Ask for a Yes in the chat' }).uncheck();
  await page.getByRole('button', { name: 'Open this place' }).click();
  await page.getByText('No approved notice says what exactly these purposes are.').waitFor();
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('opens a page by clicking, on which somebody opts in, and shows that it happened', async () => {
  await approveNotice();
  const { page, inspect, faults, context, live } = await visit('opt-in/new?kind=page');
  await page.getByRole('textbox', { name: 'Name' }).fill('Bill footer');
  await page.getByRole('textbox', { name: 'Title' }).fill('New sarees, first for you');
  await page.getByRole('figure').getByText('New sarees, first for you').waitFor();
  await page.getByRole('checkbox', { name: 'Ask for a Yes in the chat' }).uncheck();
  await page.getByRole('button', { name: 'Open this place' }).click();
  await page.getByRole('heading', { name: 'Bill footer' }).waitFor();
  await page.getByText('Nobody has tried yet.').waitFor();
  await live;
  expect(await inspect()).toEqual([]);
  const link = await page.getByLabel('Link to the page').inputValue();

  const customer = await stage.visit(link.slice(stage.url.length), {
    width: 360,
    language: 'hi',
    theme: 'dark',
  });
  expect(await customer.inspect()).toEqual([]);
  await customer.page.getByRole('checkbox').check();
  await customer.page.getByLabel('WhatsApp नंबर').fill('98250 12345');
  await customer.page.getByRole('button', { name: 'हाँ, लिखें' }).press('Enter');
  await customer.page.getByRole('heading', { name: 'धन्यवाद' }).waitFor();
  expect(await customer.inspect()).toEqual([]);
  await customer.context.close();

  await page.getByRole('list', { name: 'Latest attempts' }).getByText('+91 98250 12345').waitFor();
  await page.getByRole('button', { name: 'Switch off' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
  await page.getByText('Switched off', { exact: true }).waitFor();
  expect((await fetch(link)).status).toBe(410);
  expect(faults).toEqual([]);
  await context.close();
});

it('shows a window on a website of another origin that is closed by key and stays away', async () => {
  const form = await makeForm({ place: 'modal', trigger: 'delay', delaySeconds: 0 });
  const { page, faults, context } = await openShop('/', scriptOf(form));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.getByRole('checkbox').isChecked()).toBe(false);
  await dialog.getByRole('button', { name: 'Yes, write to me' }).click();
  await dialog.getByText('Tick what you would like to get.').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  const loaded = page.waitForResponse((response) => response.url().includes(`/embed/${form.code}`));
  await page.reload();
  await loaded;
  expect(await dialog.count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
});

it('takes an opt-in in the page of a shop whose styles do not reach it, and of no other shop', async () => {
  const form = await makeForm({ place: 'inline' });
  const { page, faults, context } = await openShop('/inline?utm_source=insta', scriptOf(form));
  await page.getByRole('checkbox').check();
  await page.getByLabel('WhatsApp number').fill('98250 55555');
  await page.getByRole('button', { name: 'Yes, write to me' }).click();
  await page.getByRole('status').getByText('Thank you').waitFor();
  expect(await attempts(form)).toEqual(['accepted +919825055555']);
  expect(faults).toEqual([]);
  await owner.api.patch(`/entry-points/${form.entryPointId}`, {
    allowedOrigins: ['https://other.example.in'],
  });
  const refused = page.waitForEvent('requestfailed', (request) =>
    request.url().includes(`/embed/${form.code}`),
  );
  await page.reload();
  await refused;
  expect(await page.getByRole('checkbox').count()).toBe(0);
  expect(await attempts(form)).toEqual(['refused origin', 'accepted +919825055555']);
  await context.close();
});

it('rides along with a checkout: unticked, and without holding the order up', async () => {
  const form = await makeForm({ place: 'checkout' });
  const order = async (phone: string, tick: boolean): Promise<Page> => {
    const { page } = await openShop(
      '/checkout',
      `<form action="/thanks"><input type="tel" id="mobile" name="mobile" aria-label="Mobile">${scriptOf(form, 'data-phone="#mobile"')}<button>Pay</button></form>`,
    );
    shopPages.set(`/thanks?mobile=${phone}`, '<p>Order placed</p>');
    const box = page.getByRole('checkbox');
    await box.waitFor();
    expect(await box.isChecked()).toBe(false);
    if (tick) await box.check();
    await page.getByLabel('Mobile').fill(phone);
    await page.getByRole('button', { name: 'Pay' }).click();
    await page.getByText('Order placed').waitFor();
    return page;
  };
  await (await order('9825066666', false)).context().close();
  const page = await order('9825077777', true);
  await expect.poll(() => attempts(form)).toEqual(['accepted +919825077777']);
  await page.context().close();
});

it('tries a form with the real script on a page of ours, again and again, and keeps nothing', async () => {
  const inline = await makeForm({ place: 'inline' });
  const opened = await visit(`opt-in/${inline.entryPointId}`);
  const address = await opened.page.getByRole('link', { name: 'Try it' }).getAttribute('href');
  expect(await opened.page.getByLabel('Line for your website').inputValue()).toContain(
    `${stage.url}/embed/opt-in.js`,
  );
  await opened.context.close();
  const { page, inspect, faults, context } = await stage.visit(new URL(address!).pathname, { width: 360 });
  for (let time = 0; time < 2; time += 1) {
    await page.getByRole('checkbox').check();
    await page.getByLabel('WhatsApp number').fill('98250 88888');
    await page.getByRole('button', { name: 'Yes, write to me' }).click();
    await page.getByRole('status').getByText('Thank you').waitFor();
    await page.reload();
  }
  expect(await inspect()).toEqual([]);
  const modal = await makeForm({ place: 'modal', trigger: 'click' });
  await page.goto(`${stage.url}/embed/${modal.code}/try`);
  await page.getByRole('button', { name: 'Offers on WhatsApp' }).click();
  await page.getByRole('dialog').getByRole('checkbox').waitFor();
  const checkout = await makeForm({ place: 'checkout' });
  await page.goto(`${stage.url}/embed/${checkout.code}/try`);
  await page.getByRole('checkbox').check();
  await page.getByLabel('Mobile number').fill('98250 88888');
  await page.getByRole('button', { name: 'Place the order' }).click();
  await page.getByRole('checkbox').waitFor();
  for (const form of [inline, modal, checkout]) expect(await attempts(form)).toEqual([]);
  expect(faults).toEqual([]);
  await context.close();
});

it('prints a code for each counter that opens WhatsApp', async () => {
  await owner.api.post('/numbers/connections', {
    metaAppId: sample.appId,
    appSecret: sample.appSecret,
    token: sample.token,
    wabaId: sample.wabaId,
  });
  const { body } = await owner.api.get<{ numbers: { numberId: string; phoneNumberId: string }[] }>(
    '/numbers',
  );
  numberId = body.numbers.find(({ phoneNumberId }) => phoneNumberId === sample.numberId)!.numberId;
  const counter = await owner.api.post<Made>('/entry-points', {
    kind: 'counter',
    name: 'Ring Road, till 2',
    purposes: ['promotions'],
    numberId,
    store: 'Ring Road',
    staff: 'Kiran Desai',
    doubleOptIn: true,
  });
  const { page, faults, context } = await visit(`opt-in/${counter.body.entryPointId}/sheet?size=a6`);
  await page.getByRole('img', { name: 'QR code' }).waitFor();
  await page.getByText('At your service: Kiran Desai').waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  expect(await page.getByRole('img', { name: 'QR code' }).isVisible()).toBe(true);
  expect(faults).toEqual([]);
  await context.close();
  await expectFaultless(stage, {
    path: `${home}opt-in/${counter.body.entryPointId}?edit=true`,
    as: owner,
    settle: ({ page: shown }) => shown.getByRole('figure').waitFor(),
  });
});

it('is not for somebody who may not set it up', async () => {
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent');
  const { page, inspect, context } = await visit('opt-in', { as: agent });
  await page.getByRole('heading', { name: 'Your role does not open this page' }).waitFor();
  expect(await page.getByRole('link', { name: 'Add a place to opt in' }).count()).toBe(0);
  expect(await inspect()).toEqual([]);
  await context.close();
});
