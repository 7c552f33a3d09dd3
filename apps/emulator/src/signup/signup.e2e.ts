import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessibilityFaults, widthFaults } from '../../../../e2e/accessibility.ts';
import { sample } from '../sample/sample-world.ts';
import { type RunningEmulator, startEmulator } from '../start.ts';

let folder: string;
let emulator: RunningEmulator;
let site: Server;
let browser: Browser;

/** A page of somebody else's, on another origin, as Meta's guide has it written. */
const pageOf = (emulatorUrl: string, configId: string): string => `<!doctype html>
  <html lang="en"><title>A shop's software</title><body>
    <button id="connect">Connect WhatsApp</button>
    <script>
      const heard = [];
      addEventListener('message', ({ origin, data }) => {
        if (origin !== '${emulatorUrl}' || typeof data !== 'string') return;
        heard.push(JSON.parse(data));
      });
      window.fbAsyncInit = () => FB.init({ appId: '${sample.appId}', version: 'v25.0' });
      document.querySelector('#connect').onclick = () => FB.login((answer) => { window.answer = answer; }, {
        config_id: '${configId}', response_type: 'code', override_default_response_type: true,
        extras: { setup: {}, featureType: '', sessionInfoVersion: '3' },
      });
    </script>
    <script src="${emulatorUrl}/en_US/sdk.js" async></script>
  </body></html>`;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'signup-'));
  emulator = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 'signup', rate: 1 });
  site = createServer(({ url = '' }, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(pageOf(emulator.url, url.includes('app') ? sample.businessAppConfigId : sample.configId));
  }).listen(0, '127.0.0.1');
  await once(site, 'listening');
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});

afterAll(async () => {
  await browser.close();
  site.close();
  site.closeAllConnections();
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

async function open(address = '/', width = 560): Promise<{ page: Page; popup: Page }> {
  const context = await browser.newContext({ viewport: { width, height: 760 } });
  const page = await context.newPage();
  await page.goto(`http://localhost:${(site.address() as AddressInfo).port}${address}`);
  await page.waitForFunction('window.FB');
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('#connect')]);
  await popup.waitForLoadState();
  return { page, popup };
}

const heardBy = (page: Page): Promise<Record<string, unknown>[]> => page.evaluate('heard');
const inspect = async (popup: Page): Promise<string[]> => [
  ...(await accessibilityFaults(popup)),
  ...(await widthFaults(popup)),
];

test('an owner connects a new number by the keyboard alone, and the page that waits gets code and IDs', async () => {
  const { page, popup } = await open();
  const faults = await inspect(popup);
  await popup.getByRole('radio', { name: 'Surat Silks' }).focus();
  await popup.keyboard.press('Enter');
  await popup.getByRole('heading', { name: 'Choose your WhatsApp Business account' }).waitFor();
  faults.push(...(await inspect(popup)));
  await popup.getByRole('radio', { name: 'Surat Silks: add a phone number' }).focus();
  await popup.keyboard.press('Space');
  await popup.keyboard.press('Enter');
  await popup.getByLabel('Phone number').fill('+91 98250 12345');
  await popup.getByLabel('Display name').fill('Surat Silks Export');
  faults.push(...(await inspect(popup)));
  await popup.keyboard.press('Enter');
  const code = await popup.getByRole('status').textContent();
  await popup.getByLabel('Six-digit code').fill('000000');
  await popup.keyboard.press('Enter');
  await popup.getByRole('alert').waitFor();
  faults.push(...(await inspect(popup)));
  await popup.getByLabel('Six-digit code').fill(code ?? '');
  await popup.keyboard.press('Enter');
  await popup.getByRole('button', { name: 'Confirm' }).focus();
  faults.push(...(await inspect(popup)));
  await popup.keyboard.press('Enter');
  await popup.getByRole('heading', { name: 'All set' }).waitFor();
  faults.push(...(await inspect(popup)));
  await Promise.all([popup.waitForEvent('close'), popup.keyboard.down('Enter')]);

  const answer = await page.evaluate<{ authResponse: { code: string } }>('window.answer');
  expect(await heardBy(page)).toEqual([
    {
      data: { phone_number_id: expect.any(String), waba_id: sample.wabaId, business_id: sample.businessId },
      type: 'WA_EMBEDDED_SIGNUP',
      event: 'FINISH',
      version: 3,
    },
  ]);
  const exchange = `client_id=${sample.appId}&client_secret=${sample.appSecret}&code=${answer.authResponse.code}`;
  const exchanged = await page.context().request.get(`${emulator.url}/v25.0/oauth/access_token?${exchange}`);
  expect(await exchanged.json()).toMatchObject({ token_type: 'bearer' });
  expect(faults).toEqual([]);
});

test('who cancels is asked where, and the page that waits hears it with no code', async () => {
  const { page, popup } = await open();
  await popup.getByRole('button', { name: 'Next' }).click();
  await popup.getByRole('heading', { name: 'Choose your WhatsApp Business account' }).waitFor();
  await Promise.all([popup.waitForEvent('close'), popup.getByRole('button', { name: 'Cancel' }).click()]);
  await page.waitForFunction('window.answer');
  expect(await page.evaluate('window.answer')).toEqual({ authResponse: null, status: 'unknown' });
  expect(await heardBy(page)).toMatchObject([
    { event: 'CANCEL', data: { current_step: 'WABA_PHONE_PROFILE_PICKER' } },
  ]);
});

test('a window that is simply closed says so too', async () => {
  const { page, popup } = await open();
  await popup.close();
  await page.waitForFunction('window.answer');
  expect(await heardBy(page)).toMatchObject([
    { event: 'CANCEL', data: { current_step: 'BUSINESS_ACCOUNT_SELECTION' } },
  ]);
});

test('a problem can be reported on the way out', async () => {
  const { page, popup } = await open();
  await popup.getByRole('button', { name: 'Next' }).click();
  await popup.getByRole('radio', { name: 'Surat Silks: add a phone number' }).check();
  await popup.getByRole('button', { name: 'Next' }).click();
  await popup.getByLabel('Phone number').fill('+91 20 2640 1234');
  await popup.getByLabel('Display name').fill('Surat Silks Pune');
  await popup.getByRole('button', { name: 'Send the code' }).click();
  await Promise.all([
    popup.waitForEvent('close'),
    popup.getByRole('button', { name: /Report a problem/ }).click(),
  ]);
  expect(await heardBy(page)).toMatchObject([
    {
      event: 'CANCEL',
      data: { error_message: expect.stringContaining('another WhatsApp Business account') },
    },
  ]);
});

test('a number of the WhatsApp Business app is connected on a narrow screen', async () => {
  const { page, popup } = await open('/app', 320);
  await popup.getByRole('radio', { name: 'Surat Silks' }).check();
  await popup.getByRole('button', { name: 'Next' }).click();
  await popup.getByLabel('Phone number').fill('+91 98980 54321');
  await popup.getByLabel('Display name').fill('Surat Silks Shop');
  await popup.getByRole('button', { name: 'Send the code' }).click();
  const code = await popup.getByRole('status').textContent();
  await popup.getByLabel('Six-digit code').fill(code ?? '');
  const faults = await inspect(popup);
  await popup.getByRole('button', { name: 'Next' }).click();
  await popup.getByRole('button', { name: 'Confirm' }).click();
  await popup.getByRole('heading', { name: 'All set' }).waitFor();
  expect(await heardBy(page)).toMatchObject([{ event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING' }]);
  expect(faults).toEqual([]);
});
