import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BusinessNumber, Waba } from '../../directory/records.ts';
import { sample } from '../../sample/sample-world.ts';
import { createAccounts } from '../accounts.ts';
import { type Office, openOffice } from '../test/office.ts';
import { healthStatus } from './health.ts';

let office: Office;
beforeEach(() => (office = openOffice(createAccounts)));
afterEach(() => office.close());

function healthWith(number: Partial<BusinessNumber>, waba: Partial<Waba> = {}) {
  const { directory } = office.emulator;
  return healthStatus(directory, {
    number: directory.numbers.change(sample.numberId, number),
    waba: directory.wabas.change(sample.wabaId, waba),
    appId: sample.appId,
  });
}

test.each<[Partial<BusinessNumber>, string, number | string]>([
  [{ registered: false }, 'BLOCKED', 133010],
  [{ status: 'BANNED' }, 'BLOCKED', 131031],
  [{ nameStatus: 'DECLINED' }, 'LIMITED', 'display name'],
  [{ nameStatus: 'AVAILABLE_WITHOUT_REVIEW' }, 'AVAILABLE', ''],
])('a number with %j is %s', (number, ability, reason) => {
  const { can_send_message, entities } = healthWith(number);
  expect(can_send_message).toBe(ability);
  expect(JSON.stringify(entities[0])).toContain(String(reason));
});

test.each<[Partial<Waba>, string, number | string]>([
  [{ locked: true }, 'BLOCKED', 131031],
  [{ banState: 'DISABLE' }, 'BLOCKED', 131031],
  [{ banState: 'SCHEDULE_FOR_DISABLE' }, 'AVAILABLE', ''],
  [{ restrictions: [{ type: 'RESTRICTED_UTILITY_TEMPLATES' }] }, 'LIMITED', 'RESTRICTED_UTILITY_TEMPLATES'],
])('an account with %j is %s', (waba, ability, reason) => {
  const { can_send_message, entities } = healthWith({}, waba);
  expect(can_send_message).toBe(ability);
  expect(JSON.stringify(entities[1])).toContain(String(reason));
});

test('what stands before the account, such as a template, decides with the others', () => {
  const { directory } = office.emulator;
  const waba = directory.wabas.get(sample.wabaId) as Waba;
  const template = { entity_type: 'MESSAGE_TEMPLATE', id: '1', can_send_message: 'BLOCKED' } as const;
  const health = healthStatus(directory, { waba, appId: sample.appId, before: [template] });
  expect(health.can_send_message).toBe('BLOCKED');
  expect(health.entities.map(({ entity_type }) => entity_type)).toEqual([
    'MESSAGE_TEMPLATE',
    'WABA',
    'BUSINESS',
    'APP',
  ]);
});
