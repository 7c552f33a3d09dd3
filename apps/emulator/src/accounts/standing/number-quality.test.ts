import { afterEach, beforeEach, expect, test } from 'vitest';
import { sample } from '../../sample/sample-world.ts';
import { asha, start } from '../../test/started.ts';
import { type Accounts, createAccounts } from '../accounts.ts';
import { type Office, openOffice } from '../test/office.ts';
import { day } from '../times.ts';
import type { NumberFeedback } from './number-quality.ts';

let office: Office;
let accounts: Accounts;
beforeEach(() => {
  office = openOffice((emulator) => (accounts = createAccounts(emulator)));
});
afterEach(() => office.close());

const note = (feedback: NumberFeedback, times: number): void => {
  for (let time = 0; time < times; time++) accounts.numberQuality.note(sample.numberId, feedback);
};
const quality = () => office.emulator.directory.numbers.get(sample.numberId)?.quality;

test('a number whose messages are blocked or reported falls, and rises when they are liked again', () => {
  note('delivered', 100);
  expect(quality()).toBe('GREEN');
  note('blocked', 2);
  expect(quality()).toBe('YELLOW');
  note('reported', 2);
  expect(quality()).toBe('RED');
  note('delivered', 400);
  expect(quality()).toBe('GREEN');
});

test('few messages say nothing about a number', () => {
  note('delivered', 19);
  note('reported', 9);
  expect(quality()).toBe('GREEN');
});

test('recent days weigh more, and what is a week old is forgotten', async () => {
  const { world } = office.emulator;
  note('delivered', 50);
  note('blocked', 3);
  expect(quality()).toBe('RED');
  await world.travel(6 * day);
  note('delivered', 20);
  expect(quality()).toBe('GREEN');
  await world.travel(day);
  note('delivered', 20);
  note('blocked', 1);
  expect(quality()).toBe('YELLOW');
});

test('what somebody decides about a number stands until customers say something else', async () => {
  const { directory, world } = office.emulator;
  accounts.decisions.setQuality(sample.numberId, 'RED');
  note('delivered', 100);
  expect(quality()).toBe('RED');
  note('blocked', 3);
  expect(quality()).toBe('YELLOW');
  await world.save();
  directory.numbers.change(sample.numberId, { quality: 'GREEN' });
  await world.load();
  note('blocked', 3);
  expect(quality()).toBe('RED');
});

test('what a customer reports on a phone is the quality that Graph tells', async () => {
  const started = await start();
  await started.world('PATCH', '/world/settings/number-quality', { scoreAfter: 1 });
  await started.sent({ type: 'template', template: { name: 'hello_world', language: { code: 'en_US' } } });
  await started.travel(5);
  const report = { type: 'report', chat: sample.numberId, reason: 'spam', block: false };
  expect((await started.world('POST', `/world/phones/${asha}/actions`, report)).status).toBe(200);
  const { body } = await started.ask('GET', `/${sample.numberId}?fields=quality_rating`);
  expect(body).toMatchObject({ quality_rating: 'RED' });
});
