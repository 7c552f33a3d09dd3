import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buildWorkspace, type Signed } from '../apps/server/test/factories.ts';
import type { Look, Visit } from './browser.ts';
import { openMetaStage, sample, type MetaStage } from './emulated-meta.ts';
import { expectFaultless } from './looks.ts';
import { homeOf } from './people.ts';

const asha = '919876543210';

let stage: MetaStage;
let owner: Signed;
let home: string;

const visit = (path: string, look: Look = {}): Promise<Visit> =>
  stage.visit(`${home}${path}`, { as: owner, ...look });

interface Listed {
  requestId: string;
  kind: string;
}
const requests = async (): Promise<Listed[]> =>
  (await owner.api.get<{ items: Listed[] }>('/data-requests')).body.items;
const idOf = async (kind: string): Promise<string> =>
  (await requests()).find((request) => request.kind === kind)!.requestId;

beforeAll(async () => {
  stage = await openMetaStage();
  owner = await buildWorkspace(stage.app);
  home = homeOf(owner.workspaceId);
  const { appId, appSecret, token, wabaId } = sample;
  await owner.api.post('/numbers/connections', { metaAppId: appId, appSecret, token, wabaId });
  // What she writes before WhatsApp knows where to deliver is lost; what she asks for twice counts once.
  await vi.waitFor(
    async () => {
      await stage.answer(asha, 'मेरा डेटा भेजो');
      await stage.answer(asha, 'Delete my data');
      expect(await requests()).toHaveLength(2);
    },
    { timeout: 60_000, interval: 1_000 },
  );
}, 150_000);
afterAll(() => stage.stop());

describe('requests about data', () => {
  it('are listed by deadline, in every look', async () => {
    await expectFaultless(stage, {
      path: `${home}rights`,
      as: owner,
      settle: ({ page }, { language }) =>
        page
          .getByRole('link', { name: language === 'hi' ? 'अपने डेटा की प्रति' : 'A copy of their data' })
          .waitFor(),
    });
  }, 120_000);

  it('for a copy end with a file that the person can read', async () => {
    const { page, inspect, context, live } = await visit(`rights/${await idOf('access')}`);
    await live;
    await page.getByRole('button', { name: 'Gather the copy' }).click();
    await page.getByText(/^Ready, \d+ KB/).waitFor();
    expect(await inspect()).toEqual([]);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const bytes = await readFile(await (await waiting).path());
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    expect(bytes.includes('मेरा डेटा भेजो')).toBe(true);
    await page.getByText('The copy was fetched').first().waitFor();
    await context.close();
  });

  it('for erasure say what goes and what stays, ask for a word, and end with a certificate, on a phone', async () => {
    const { page, inspect, context, live } = await visit(`rights/${await idOf('erasure')}`, {
      width: 360,
      theme: 'dark',
    });
    await live;
    await page.getByText('What stays, and why').waitFor();
    await page.getByText('Messages: words, files and WhatsApp’s ids').waitFor();
    expect(await inspect()).toEqual([]);
    await page.getByRole('button', { name: 'Erase for good' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('ERASE');
    await dialog.getByRole('button', { name: 'Erase for good' }).click();
    await page.getByRole('button', { name: 'Save to read' }).waitFor({ timeout: 60_000 });
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save to read' }).click();
    expect(await readFile(await (await waiting).path(), 'utf8')).toContain('Certificate of erasure');
    await context.close();
  }, 90_000);
});

describe('the public page', () => {
  it('is opened in the settings, takes a request, and leads to WhatsApp with a code', async () => {
    const { page, inspect, context } = await visit('rights/settings');
    await page.getByLabel('Public page', { exact: true }).check();
    await page.getByLabel('Who answers questions about data').fill('Meenakshi Rao');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByLabel('Its address').waitFor();
    expect(await inspect()).toEqual([]);
    const { body } = await owner.api.get<{ pageUrl: string }>('/data-request-settings');
    await context.close();
    const path = new URL(body.pageUrl).pathname;
    const visited = await stage.visit(`${path}?lang=hi`, { width: 360 });
    await visited.page.getByLabel(/मेरा डेटा मिटाएँ/).check();
    await visited.page.getByRole('button', { name: 'WhatsApp में आगे बढ़ें' }).click();
    const link = visited.page.getByRole('link', { name: 'WhatsApp खोलें' });
    expect(decodeURIComponent((await link.getAttribute('href'))!)).toMatch(/DR-[2-9A-Z]{10}\)$/);
    await visited.page.getByText('Meenakshi Rao').waitFor();
    await visited.context.close();
  }, 60_000);
});
