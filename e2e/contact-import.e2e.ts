import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMember, buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import { openStage, type Look, type Stage, type Visit } from './browser.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

let stage: Stage;
let owner: Signed;
let home: string;

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

beforeAll(async () => {
  stage = await openStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
}, 60_000);
afterAll(() => stage.stop());

const file = (content: string, name = 'दीवाली सूची.csv') => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(content),
});

const list = `नाम,मोबाइल,City,Offers
Meera Joshi,098250 12345,Surat,yes
Ravi Shah,+91 98765 43210,Pune,no
Kavita Patel,9.19877E+11,Kota,yes
Anil Mehta,12,Kota,yes
`;

it('brings in a list by keyboard: columns, a check, the import, its bad rows as a file, and back out again', async () => {
  const { page, inspect, context } = await visit('contacts');
  await page.getByRole('link', { name: 'Import' }).press('Enter');
  await page.getByRole('heading', { name: 'Nothing was imported yet' }).waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('link', { name: 'Import a file' }).press('Enter');
  await page.getByRole('heading', { name: 'Import contacts' }).waitFor();
  await page.getByLabel('Choose a file').first().setInputFiles(file('%PDF-1.7 not a list', 'list.pdf'));
  await page.getByText('This is neither a CSV file nor an Excel workbook').waitFor();
  expect(await inspect()).toEqual([]);
  await page.locator('input[type=file]').setInputFiles(file(list));
  await page.getByRole('heading', { name: 'दीवाली सूची.csv' }).waitFor();
  expect(await page.getByLabel('मोबाइल is').inputValue()).toBe('phone');
  await page.getByLabel('Offers is').selectOption('consent:promotions');
  await page.getByRole('button', { name: 'Check the file' }).click();
  await page.getByText('Write the exact words to which these people agreed.').waitFor();
  await page.getByLabel('To which words did they agree?').fill('Yes, send me offers on WhatsApp');
  expect(await inspect()).toEqual([]);
  await page.getByRole('button', { name: 'Check the file' }).press('Enter');
  await page.getByRole('button', { name: 'Import 2 rows' }).waitFor();
  await page.getByText('Phone rounded by a spreadsheet').waitFor();
  expect(await inspect()).toEqual([]);
  await page.getByRole('button', { name: 'Import 2 rows' }).press('Enter');
  await page.getByText('Done', { exact: true }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download these rows with reasons' }).click(),
  ]);
  const rows = await readFile(await download.path(), 'utf8');
  expect(rows).toContain('Anil Mehta,12,Kota,yes,5,मोबाइल,This is not a phone number.');
  expect((await owner.api.get<{ items: unknown[] }>('/contacts')).body.items).toHaveLength(2);
  await page.getByRole('button', { name: 'Take the import back' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Take the import back' }).click();
  await page.getByText('Taken back', { exact: true }).waitFor();
  await page.getByText('Deleted again').waitFor();
  expect((await owner.api.get<{ items: unknown[] }>('/contacts')).body.items).toHaveLength(0);
  await context.close();
});

it('writes whom the list shows into a file, and says who did', async () => {
  await owner.api.post('/contacts', { phone: '98250 12345', name: 'Meera Joshi' });
  const { page, inspect, context } = await visit('contacts');
  await page.getByRole('button', { name: 'Export' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Export contacts' });
  await dialog.getByLabel('City').uncheck();
  expect(await inspect()).toEqual([]);
  await dialog.getByRole('button', { name: 'Write the file' }).press('Enter');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  const rows = await readFile(await download.path(), 'utf8');
  expect(rows).toBe(`\uFEFFName,Phone,E-mail,Language,Tags\r\nMeera Joshi,'+919825012345,,,\r\n`);
  await page.getByText('1 contact', { exact: true }).waitFor();
  expect(await inspect()).toEqual([]);
  await context.close();
});

it('is closed to whoever may not import', async () => {
  const agent = await buildMember(stage.app, owner.workspaceId, 'agent', 'Ravi Shah');
  const { page, context } = await visit('contacts', { as: agent });
  await page.getByRole('heading', { name: 'Contacts' }).waitFor();
  expect(await page.getByRole('link', { name: 'Import' }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Export' }).count()).toBe(0);
  await context.close();
});

async function planted(): Promise<string> {
  const answer = await fetch(`${stage.app.url}/api/v1/contact-imports?fileName=list.csv`, {
    method: 'POST',
    headers: { ...owner.api.headers, origin: stage.app.url },
    body: list,
  });
  return ((await answer.json()) as { importId: string }).importId;
}

it('has no faults on a phone, in the dark and in Hindi while columns are chosen', async () => {
  await expectFaultless(stage, {
    path: `${home}contacts/imports/${await planted()}`,
    as: owner,
    settle: ({ page }) => page.getByRole('heading', { name: 'list.csv' }).waitFor(),
  });
});

it('has no faults on a phone, in the dark and in Hindi as a list', async () => {
  await planted();
  await expectFaultless(stage, {
    path: `${home}contacts/imports`,
    as: owner,
    settle: ({ page }) => page.getByRole('link', { name: 'list.csv' }).first().waitFor(),
  });
});
