import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { approveNotice, makePoint } from '../apps/server/src/modules/capture/test/notices.ts';
import { freezeConsent } from '../apps/server/src/modules/consent/index.ts';
import { plantContacts } from '../apps/server/test/contact-rows.ts';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

const asha = '919876543210';

let stage: MetaStage;
let owner: Signed;
let home: string;
let ashaId: string;

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  const { appId, appSecret, token, wabaId } = sample;
  await owner.api.post('/numbers/connections', { metaAppId: appId, appSecret, token, wabaId });
  await approveNotice(owner, ['orders', 'promotions']);
  await agreeOnPage();
  await stage.answer(asha, 'STOP');
  await vi.waitFor(async () => expect(await whatIsWithdrawn()).toEqual(['orders', 'promotions']), {
    timeout: 60_000,
    interval: 100,
  });
  await owner.api.patch(`/contacts/${ashaId}`, { name: 'Asha Patel', city: 'Surat', language: 'gu' });
  await plantCustomers();
}, 150_000);
afterAll(() => stage.stop());

/** As a customer does: she ticks what she wants, and sends it. */
async function agreeOnPage(): Promise<void> {
  const { pageUrl } = await makePoint(owner, { kind: 'page', name: 'Diwali page', doubleOptIn: false });
  const { page, context } = await stage.visit(pageUrl.slice(stage.url.length), { width: 360 });
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await page.getByLabel('WhatsApp number').fill('98765 43210');
  await page.getByRole('button', { name: 'Yes, write to me' }).click();
  await page.getByRole('heading', { name: 'Thank you' }).waitFor();
  await context.close();
  const [row] = await stage.app.database.asOwner<{ id: string }>(
    'select contact_id as id from contacts where phone = $1',
    [`+${asha}`],
  );
  ashaId = row!.id;
}

const whatIsWithdrawn = async (): Promise<unknown> =>
  (await owner.api.get(`/contacts/${ashaId}/consent`)).body['withdrawn'];

async function plantCustomers(): Promise<void> {
  const people = ['Kavita Iyer', 'Imran Khan', 'சரண்யா வெங்கடேஷ்', 'Gopal Mehta'];
  for (const [nth, name] of people.entries()) {
    const { body } = await owner.api.post<{ contactId: string }>('/contacts', {
      phone: `98790 1000${nth}`,
      name,
    });
    const said = { kind: 'granted', purpose: 'promotions', source: 'Counter, Ring Road' };
    const { status } = await owner.api.post(`/contacts/${body.contactId}/consent/entries`, said);
    expect(status).toBe(200);
  }
}

async function freeze(contactId: string): Promise<void> {
  const { workspaceId } = owner;
  await stage.app.db.inWorkspace({ workspaceId, actor: { kind: 'system', id: 'numbers' } }, (tx) =>
    freezeConsent(tx, [{ workspaceId, contactId, reason: 'number_changed', source: 'whatsapp', at: tx.now }]),
  );
}

const proofOf = (contactId: string): string => `consent/contacts/${contactId}`;
const isOver = (page: Page, dialog: string) =>
  page.getByRole('dialog', { name: dialog }).waitFor({ state: 'hidden' });

describe('the overview of consent', () => {
  it('says who agreed to what and what was recorded last, in every look', async () => {
    await expectFaultless(stage, {
      path: `${home}consent`,
      as: owner,
      settle: async ({ page }) => {
        await page
          .getByRole('link', { name: /Asha Patel/ })
          .first()
          .waitFor();
        await page.getByRole('link', { name: /சரண்யா/ }).waitFor();
      },
    });
  }, 120_000);

  it('checks the ledger now, signs it, and gives it away as a file', async () => {
    const { page, inspect, context, live } = await visit('consent');
    await live;
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText(/entries, all true/).waitFor();
    await page.getByRole('button', { name: 'Sign now' }).click();
    await page.getByText(/^up to place \d+/).waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the ledger' }).click();
    const text = await readFile(await (await waiting).path(), 'utf8');
    expect(JSON.parse(text.split('\n', 1)[0]!)).toMatchObject({ ledger: 'trikon consent 1' });
    expect(await inspect()).toEqual([]);
    await context.close();
  });

  it('says which entry is wrong when somebody changed one behind the program’s back', async () => {
    const other = await buildWorkspace(stage.app, 'Pune Dental');
    const { workspaceId } = other;
    const [contactId] = (await plantContacts(stage.app.database, workspaceId)) as [string];
    const said = { kind: 'withdrawn', purpose: 'promotions', source: 'phone' };
    await other.api.post(`/contacts/${contactId}/consent/entries`, said);
    const entries = async () => (await other.api.get('/consent/ledger')).body['entries'];
    await expect.poll(entries, { timeout: 20_000 }).toBe(1);
    await stage.app.database.asOwner(`update consent_entries set kind = 'granted' where workspace_id = $1`, [
      workspaceId,
    ]);
    const { page, inspect, context, live } = await stage.visit(`${homeOf(workspaceId)}consent`, {
      as: other,
    });
    await live;
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('2 things are wrong').waitFor();
    await page.getByText('Place 1:').waitFor();
    expect(await inspect()).toEqual([]);
    await context.close();
  });
});

describe('the proof for one contact', () => {
  it('shows the words that were agreed to and the STOP that ended it, in every look', async () => {
    await expectFaultless(stage, {
      path: `${home}${proofOf(ashaId)}`,
      as: owner,
      settle: async ({ page }) => {
        await page.getByText('Surat Silks would like to write to you on WhatsApp.').first().waitFor();
        await page.getByText('+91 98765 43210').first().waitFor();
      },
    });
    const { page, context } = await visit(proofOf(ashaId));
    await page.getByText('Word for word as they were approved.').first().waitFor();
    await page
      .getByText(/took it back on .* by chat/)
      .first()
      .waitFor();
    await context.close();
  }, 120_000);

  it('takes what was said on the phone, and tells at once what follows', async () => {
    const { page, inspect, context } = await visit(proofOf(ashaId));
    await page.getByRole('link', { name: 'Record by hand' }).click();
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText('Say where it happened').waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByLabel('Where', { exact: true }).fill('Phone');
    await page.getByLabel('What they were asked, word for word').fill('May we write to you about Diwali?');
    await page.getByRole('button', { name: 'Record it' }).press('Enter');
    await isOver(page, 'What did Asha Patel say?');
    await page.getByText(/they agreed on .* by Phone/).waitFor();
    await page.getByText('May we write to you about Diwali?').waitFor();
    await context.close();
  });

  it('holds everything until somebody says how they made sure, and keeps that', async () => {
    const { page, inspect, context, live } = await visit(proofOf(ashaId), { width: 360, theme: 'dark' });
    await page.getByRole('heading', { name: /Asha Patel/ }).waitFor();
    await live;
    await freeze(ashaId);
    await page.getByText(/Held since .* the number may have changed hands/).waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByRole('button', { name: 'End the hold' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('How did you make sure?').fill('She named her last order');
    await dialog.getByRole('button', { name: 'End the hold' }).click();
    await page.getByRole('heading', { name: 'Hold ended' }).waitFor();
    await page.getByText('She named her last order').waitFor();
    expect(await page.getByText(/^Held since/).count()).toBe(0);
    await context.close();
  });
});

describe('a purpose of one’s own', () => {
  it('is added, renamed, and offered no more', async () => {
    const { page, inspect, context } = await visit('consent/notices?act=purpose');
    await page.getByLabel('Name for programs').fill('Festivals!');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Write small letters, digits and _, beginning with a letter').waitFor();
    await page.getByText('Give it a name').waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByLabel('Name for programs').fill('festivals');
    await page.getByLabel('Name (English)').fill('Festival sales');
    await page.getByLabel('What people get (English)').fill('Word of our sales at Diwali and Navratri.');
    await page.getByRole('button', { name: 'Save' }).click();
    const purposes = page.getByRole('list', { name: 'Purposes' });
    await purposes.getByText('promotions.festivals').waitFor();
    await purposes.getByRole('link', { name: 'Rename Festival sales' }).click();
    await page.getByLabel('Name (Hindi)').fill('त्योहार की सेल');
    await page.getByLabel('What people get (Hindi)').fill('दिवाली और नवरात्रि की सेल की ख़बर।');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await expectFaultless(stage, {
      path: `${home}consent/notices`,
      as: owner,
      settle: ({ page: shown }) => shown.getByText('promotions.festivals').waitFor(),
    });
    await purposes.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
    await purposes.getByText('Archived').waitFor();
    await purposes.getByRole('button', { name: 'Offer it again' }).click();
    await purposes.getByText('Archived').waitFor({ state: 'hidden' });
    await context.close();
  }, 120_000);
});

describe('a notice', () => {
  it('goes from a draft to what people are shown, by a second person who sees what changed', async () => {
    const { page, inspect, context } = await visit('consent/notices?act=new');
    await page.getByLabel('Name', { exact: true }).fill('Counter, Ring Road');
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByRole('heading', { name: 'Counter, Ring Road' }).waitFor();
    // Alone, whoever wrote it may approve it.
    await page.getByRole('button', { name: 'Approve version 1' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve it' }).click();
    await page.getByText('Shown', { exact: true }).waitFor();
    const address = new URL(page.url()).pathname;

    const second = await buildMember(stage.app, owner.workspaceId, 'compliance', 'Ravi Shah');
    await page.getByRole('link', { name: 'Write the next version' }).click();
    const heading = page.getByLabel('Heading (English)');
    await heading.fill('New sarees, first for you');
    await page.getByLabel('What is different').fill('Says what it is about');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByText('somebody else approves it').waitFor();
    expect(await page.getByRole('button', { name: 'Approve version 2' }).count()).toBe(0);
    expect(await inspect()).toEqual([]);

    const reviewer = await stage.visit(address, { as: second });
    await reviewer.page.getByText('Changed since version 1').waitFor();
    await reviewer.page.locator('ins').getByText('sarees').first().waitFor();
    expect(await reviewer.inspect()).toEqual([]);
    await reviewer.page.getByRole('button', { name: 'Approve version 2' }).click();
    await reviewer.page.getByRole('dialog').getByRole('button', { name: 'Approve it' }).click();
    await reviewer.page.getByText('Retired', { exact: true }).waitFor();
    await reviewer.context.close();
    // The author sees it without loading the page anew.
    await page.getByText('Retired', { exact: true }).waitFor();
    await context.close();
    await expectFaultless(stage, {
      path: address,
      as: owner,
      settle: ({ page: shown }) => shown.locator('ins').first().waitFor(),
    });
  }, 120_000);
});
