import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
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

const add = async (phone: string, name: string): Promise<string> =>
  (await owner.api.post<{ contactId: string }>('/contacts', { phone, name })).body.contactId;

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  const { appId, appSecret, token, wabaId } = sample;
  await owner.api.post('/numbers/connections', { metaAppId: appId, appSecret, token, wabaId });
  await stage.answer(asha, 'Is the peacock blue saree in stock?');
  const arrived = async (): Promise<void> => {
    const rows = await stage.app.database.asOwner<{ id: string }>(
      `select contact_id as id from contacts where phone = $1`,
      [`+${asha}`],
    );
    ashaId = rows[0]!.id;
  };
  await vi.waitFor(arrived, { timeout: 60_000, interval: 100 });
  await owner.api.post('/contact-fields', { name: 'Birthday', kind: 'date' });
  await owner.api.post('/contact-fields', { name: 'Blouse size', kind: 'choice', choices: ['36', '38'] });
  await owner.api.patch(`/contacts/${ashaId}`, { name: 'Asha Patel', city: 'Surat', language: 'gu' });
  await owner.api.post(`/contacts/${ashaId}/notes`, { body: 'Prefers calls after 6.' });
}, 150_000);
afterAll(() => stage.stop());

describe('the page of a contact', () => {
  it('says who they are and what happened, in every look', async () => {
    await expectFaultless(stage, {
      path: `${home}contacts/${ashaId}`,
      as: owner,
      settle: async ({ page }, { width = 1280 }) => {
        await page.getByRole('heading', { name: 'Asha Patel' }).waitFor();
        await page.getByText('Prefers calls after 6.').waitFor();
        await page.getByText('Is the peacock blue saree in stock?').waitFor();
        const unfold = page.getByRole('button', { name: /^(Show details|जानकारी, सहमति)/ });
        if (width < 1024) await unfold.click();
        await page.getByText('Surat', { exact: true }).waitFor();
      },
    });
  }, 120_000);

  it('is corrected where it stands, by keyboard, and says what is wrong beside it', async () => {
    const { page, inspect, context } = await visit(`contacts/${ashaId}`);
    await page.getByRole('button', { name: 'Change Birthday' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Birthday').fill('12/31/1991');
    await page.keyboard.press('Enter');
    await page.getByText(/Write the day before the month/).waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByLabel('Birthday').fill('14 Feb 1991');
    await page.keyboard.press('Enter');
    await page.getByText('14 February 1991').waitFor();
    await page.getByText('Changed: Birthday').waitFor();
    await context.close();
  });

  it('takes a note, shows it at once, and narrows the timeline to notes by its address', async () => {
    const { page, context } = await visit(`contacts/${ashaId}?timeline=notes`);
    await page.getByLabel('Note').fill('Wants the blouse stitched, too.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Wants the blouse stitched, too.').and(page.locator('p')).waitFor();
    expect(await page.getByText('Is the peacock blue saree in stock?').count()).toBe(0);
    await page.getByLabel('Show', { exact: true }).selectOption({ label: 'Everything' });
    await page.getByText('Is the peacock blue saree in stock?').waitFor();
    await context.close();
  });

  it('merges a double after showing what would happen, and separates the two again', async () => {
    const doubleId = await add('98250 12345', 'Asha P.');
    await owner.api.patch(`/contacts/${doubleId}`, { city: 'Pune', email: 'asha@example.in' });
    const { page, inspect, context } = await visit(`contacts/${ashaId}?merge=${doubleId}`);
    await page.getByText('Which one is right?').waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByRole('radio', { name: /^Pune/ }).check();
    await page.getByRole('button', { name: 'Merge', exact: true }).click();
    await page.getByText('asha@example.in').waitFor();
    await page.getByText('Pune', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Separate' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Separate' }).click();
    await page.getByText('asha@example.in').waitFor({ state: 'detached' });
    await page.getByText('Surat', { exact: true }).waitFor();
    await context.close();
  });

  it('blocks at WhatsApp and takes it back; who never wrote cannot be blocked, and it says why', async () => {
    const { page, context } = await visit(`contacts/${ashaId}`);
    await page.getByRole('button', { name: 'Block' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await page.getByText(/^Blocked on/).waitFor();
    await page.getByRole('button', { name: 'Unblock' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Unblock' }).click();
    await page.getByText(/^Unblocked on/).waitFor();
    await context.close();
    const silent = await visit(`contacts/${await add('98250 54321', 'Kavita Rao')}`);
    await silent.page.getByRole('button', { name: 'Block' }).click();
    await silent.page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await silent.page.getByText(/WhatsApp lets a number block only who wrote/).waitFor();
    await silent.context.close();
  });

  it('shows no messages, and offers no change, to who may not', async () => {
    const analyst = await buildMember(stage.app, owner.workspaceId, 'analyst');
    const { page, context } = await visit(`contacts/${ashaId}`, { as: analyst });
    await page.getByText('Prefers calls after 6.').waitFor();
    expect(await page.getByText('Is the peacock blue saree in stock?').count()).toBe(0);
    expect(await page.getByRole('button', { name: /Merge|Block|Change/ }).count()).toBe(0);
    await context.close();
  });

  it('of somebody who is not there says so', async () => {
    const { page, context } = await visit(`contacts/${ashaId.replace(/^./, '1')}`);
    await page.getByRole('heading', { name: 'There is no such contact' }).waitFor();
    await context.close();
  });
});

describe('own fields', () => {
  it('are added, moved by the keyboard and archived', async () => {
    const { page, inspect, context } = await visit('contacts/fields');
    await page.getByRole('button', { name: 'Add field' }).click();
    await page.getByLabel('Name').fill('Likes');
    await page.getByLabel('What stands in it').selectOption({ label: 'Any of several' });
    await page.getByLabel('Choices').fill('Silk\nCotton');
    expect(await inspect()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Add field' }).click();
    await page.getByText('Any of several: Silk, Cotton').waitFor();
    const names = () =>
      page.getByRole('list', { name: 'Fields of contacts' }).getByRole('listitem').allInnerTexts();
    await page.getByRole('button', { name: 'Move Likes up' }).focus();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await names())[1]).toMatch(/^Likes/);
    await page.getByRole('button', { name: 'Change Likes' }).click();
    await page.getByRole('button', { name: 'Archive' }).click();
    await page.getByRole('heading', { name: 'Archived' }).waitFor();
    expect(await inspect()).toEqual([]);
    await context.close();
  });
});
