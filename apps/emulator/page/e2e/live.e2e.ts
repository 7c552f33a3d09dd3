import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sample } from '../../src/sample/sample-world.ts';
import { startEmulator, type RunningEmulator } from '../../src/start.ts';
import { openPage, type Stage, type Visit } from './stage.ts';

const rohan = '919820012345';
let folder: string;
let running: RunningEmulator;
let stage: Stage;
let visit: Visit;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'phones-page-'));
  running = await startEmulator({ port: 0, host: '127.0.0.1', folder, seed: 'page', rate: 1 });
  stage = await openPage(`${running.url}/phones`);
  visit = await stage.visit();
});
afterAll(async () => {
  await visit?.leave();
  await stage?.stop();
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The business' program, as any client of Graph. */
async function send(message: object): Promise<void> {
  const answer = await visit.page.request.post(`${running.url}/v25.0/${sample.numberId}/messages`, {
    headers: { authorization: `Bearer ${sample.token}` },
    data: { messaging_product: 'whatsapp', to: `+${rohan}`, ...message },
  });
  expect(answer.status(), await answer.text()).toBe(200);
}

it('lets a customer come from an ad, write, and get an answer that was typed', async () => {
  const phone = visit.phone(rohan);
  await phone.getByTestId('new-chat').click();
  await phone.getByTestId('tap-ad').first().click();
  await expect.poll(() => phone.getByTestId('composer-text').inputValue()).not.toBe('');
  await phone.getByTestId('composer-send').click();
  await phone.getByTestId('message-text').getByTestId('ticks-delivered').waitFor();
  const message = await phone.getByTestId('message-text').first().getAttribute('data-message');
  await send({ status: 'read', message_id: message, typing_indicator: { type: 'text' } });
  await phone.getByTestId('typing').waitFor();
  await phone.getByTestId('ticks-read').waitFor();
  await send({ type: 'text', text: { body: 'Namaste *Rohan*' } });
  await expect.poll(() => phone.locator('.theirs strong').last().innerText()).toBe('Rohan');
  await phone.getByTestId('typing').waitFor({ state: 'detached' });
});

it('sends what the customer taps and chooses, with the question quoted', async () => {
  const phone = visit.phone(rohan);
  await send({
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: 'Shall we keep it for you?' },
      action: { buttons: [{ type: 'reply', reply: { id: 'yes', title: 'Yes please' } }] },
    },
  });
  await phone.getByTestId('button-reply').click();
  await phone.locator('.mine').filter({ hasText: 'Yes please' }).getByTestId('quoted').waitFor();
  expect(await phone.getByTestId('button-reply').isDisabled()).toBe(true);
  await send({
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: 'When will you come?' },
      action: { button: 'Slots', sections: [{ title: 'Today', rows: [{ id: 's1', title: '17:00' }] }] },
    },
  });
  await phone.getByTestId('button-list').click();
  await phone.getByTestId('row-s1').click();
  await phone.getByTestId('list-send').click();
  await phone.locator('.mine').filter({ hasText: '17:00' }).waitFor();
});

it('keeps what was sent to a customer who is offline, and brings it afterwards', async () => {
  const phone = visit.phone(rohan);
  await phone.getByTestId('online').uncheck();
  await phone.getByTestId('composer-text').waitFor();
  await send({ type: 'text', text: { body: 'Your parcel is on its way' } });
  await visit.page.waitForTimeout(300);
  expect(await phone.locator('.theirs').filter({ hasText: 'Your parcel' }).count()).toBe(0);
  await phone.getByTestId('online').check();
  await phone.locator('.theirs').filter({ hasText: 'Your parcel' }).waitFor();
});

it('says why something is refused, in the phone that asked', async () => {
  const phone = visit.phone(rohan);
  await phone.getByTestId('back').click();
  await phone.getByTestId('new-chat').click();
  await phone.getByTestId('link').fill('https://example.in/not-a-chat');
  await phone.getByTestId('open-link').click();
  await expect.poll(() => phone.getByTestId('toast').innerText()).not.toBe('');
});

it('moves the world on for everybody', async () => {
  const time = visit.page.getByTestId('world-time');
  await visit.page.getByTestId('clock-freeze').click();
  const before = Date.parse((await time.getAttribute('datetime')) ?? '');
  await visit.page.getByTestId('clock-hour').click();
  await expect
    .poll(async () => Date.parse((await time.getAttribute('datetime')) ?? '') - before)
    .toBeGreaterThanOrEqual(3_600_000);
});

it('complains of nothing on the way', async () => {
  expect(await visit.inspect()).toEqual([]);
});
