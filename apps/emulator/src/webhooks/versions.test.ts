import { expect, test } from 'vitest';
import { inVersion } from './versions.ts';

const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'marketing_lite' };
const sent = { id: 'wamid.1', status: 'sent', timestamp: '1790829000', pricing };

test('before v24.0 each priced status has the conversation of its message, with an end on sent', () => {
  const statuses = [sent, { ...sent, status: 'delivered' }, { ...sent, id: 'wamid.2' }];
  const conversations = [inVersion({ statuses }, 23).statuses]
    .flat()
    .map((status) => (status as { conversation: { id: string } }).conversation);
  expect(conversations[0]).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
    expiration_timestamp: '1790915400',
    origin: { type: 'marketing' },
  });
  expect(conversations[1]).toEqual({ id: conversations[0]?.id, origin: { type: 'marketing' } });
  expect(conversations[2]?.id).not.toBe(conversations[0]?.id);
});

test('from v24.0, without a price, and in free entry windows statuses stay as they are', () => {
  const inWindow = { ...sent, conversation: { id: 'c', origin: { type: 'referral_conversion' } } };
  const value = { statuses: [inWindow, { id: 'wamid.3', status: 'failed', errors: [] }] };
  expect(inVersion({ statuses: [sent] }, 24)).toEqual({ statuses: [sent] });
  expect(inVersion(value, 23)).toEqual(value);
  expect(inVersion({ messages: [{ id: 'wamid.4' }] }, 23)).toEqual({ messages: [{ id: 'wamid.4' }] });
});
