import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sample } from '../../src/sample/sample-world.ts';
import { startEmulator, type RunningEmulator } from '../../src/start.ts';
import { openPage, type Look, type Stage, type Visit } from './stage.ts';

let folder: string;
let running: RunningEmulator;
let stage: Stage;
let visit: Visit;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'phones-desk-'));
  running = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 'desk', rate: 1 });
  stage = await openPage(`${running.url}/phones/faults`);
  visit = await stage.visit({ width: 1280 });
});
afterAll(async () => {
  await visit?.leave();
  await stage?.stop();
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function sendText(): Promise<number> {
  const answer = await visit.page.request.post(`${running.url}/v25.0/${sample.numberId}/messages`, {
    headers: { authorization: `Bearer ${sample.token}` },
    data: {
      messaging_product: 'whatsapp',
      to: '919820012345',
      type: 'template',
      template: { name: 'hello_world', language: { code: 'en_US' } },
    },
  });
  return answer.status();
}

it('orders a fault by its form, tells how often it struck, and calls it off', async () => {
  const { page } = visit;
  await page.getByTestId('fault-code').fill('999999');
  await page.getByTestId('order-fault').click();
  await expect.poll(() => page.getByTestId('said').innerText()).toContain('effect.code');
  await page.getByTestId('fault-code').fill('131016');
  await page.getByTestId('fault-number').selectOption(sample.numberId);
  await page.getByTestId('fault-at').fill('POST number/messages');
  await page.getByTestId('order-fault').click();
  await page.getByTestId('call-off').waitFor();
  expect(await sendText()).toBeGreaterThanOrEqual(400);
  await page.getByTestId('read-faults').click();
  await page.getByText('struck 1 time').waitFor();
  await page.getByTestId('call-off').click();
  await page.getByTestId('call-off').waitFor({ state: 'detached' });
  expect(await sendText()).toBe(200);
});

it('asks for the figures that belong to the effect', async () => {
  const { page } = visit;
  await page.getByTestId('fault-type').selectOption('late-webhook');
  await page.getByTestId('fault-seconds').waitFor();
  expect(await page.getByTestId('fault-code').count()).toBe(0);
  await page.getByTestId('fault-type').selectOption('fail');
  expect(await page.getByTestId('fault-at').count()).toBe(0);
});

it('changes how the world behaves', async () => {
  const { page } = visit;
  await page.getByTestId('settings-crowd').click();
  await page.getByTestId('crowd-readSeconds').fill('1, 2');
  await page.getByTestId('change-crowd').click();
  await expect.poll(() => page.getByTestId('said').innerText()).toBe('Changed crowd.');
  const settings = await page.request.get(`${running.url}/world/settings`);
  expect(await settings.json()).toMatchObject({ crowd: { readSeconds: [1, 2] } });
});

it('shows the journal as it is written, the newest first', async () => {
  const { page } = visit;
  await page.getByRole('link', { name: 'Journal' }).click();
  const entries = page.getByTestId('entry-request');
  await entries.first().waitFor();
  const before = await entries.count();
  await sendText();
  await expect.poll(() => entries.count()).toBe(before + 1);
  await entries.first().locator('summary').click();
  await expect.poll(() => entries.first().locator('pre').innerText()).toContain('hello_world');
  expect(await page.getByTestId('entry-fault').count()).toBe(1);
});

it('keeps to what was chosen, on the page and in the download', async () => {
  const { page } = visit;
  await page.getByTestId('kind-request').uncheck();
  await page.getByTestId('entry-request').first().waitFor({ state: 'detached' });
  expect(await page.getByTestId('entry-fault').count()).toBe(1);
  expect(await page.getByTestId('download').getAttribute('href')).not.toContain('request');
  await page.getByTestId('find-entries').fill('no such thing');
  await page.getByText('Nothing is written here yet.').waitFor();
  await page.getByTestId('find-entries').fill('');
  await page.getByTestId('kind-state').check();
  await page.getByTestId('entry-state').first().waitFor();
});

const looks: Look[] = [
  { theme: 'light', width: 360 },
  { theme: 'dark', width: 1280 },
];

it.each(looks)('is without fault at $width px in the $theme', async (look) => {
  const other = await stage.visit(look);
  await other.page.getByTestId('fault-type').waitFor();
  expect(await other.inspect()).toEqual([]);
  await other.page.goto(`${running.url}/phones/journal`);
  await other.page.getByTestId('entry-request').first().locator('summary').click();
  expect(await other.inspect()).toEqual([]);
  await other.leave();
});
