import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SignUpSession, type SignUpEnding } from './sign-up-session.ts';

let endings: SignUpEnding[];
let session: SignUpSession;

beforeEach(() => {
  vi.useFakeTimers();
  endings = [];
  session = new SignUpSession((ending) => endings.push(ending));
  vi.advanceTimersByTime(5_000);
});
afterEach(() => {
  vi.useRealTimers();
});

const say = (event: string, data: object): void =>
  session.hear(JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event, version: 3, data }));
const finished = { waba_id: '102290129340398', phone_number_id: '106540352242922', business_id: '5' };
const shared = { kind: 'shared', code: 'AQB', wabaId: '102290129340398', phoneNumberId: '106540352242922' };

it('joins the code and the account, whichever comes first', () => {
  say('FINISH', finished);
  expect(endings).toEqual([]);
  session.answer('AQB');
  expect(endings).toEqual([shared]);

  const other = new SignUpSession((ending) => endings.push(ending));
  other.answer('AQB');
  vi.advanceTimersByTime(10_000);
  other.hear(JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event: 'FINISH', data: finished }));
  expect(endings).toEqual([shared, shared]);
});

it('goes without a number when Meta names only the account', () => {
  session.answer('AQB');
  say('FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING', { waba_id: '102290129340398' });
  expect(endings).toEqual([{ kind: 'shared', code: 'AQB', wabaId: '102290129340398' }]);
});

it('gives up a code before it is too old to be used', () => {
  session.answer('AQB');
  vi.advanceTimersByTime(19_999);
  expect(endings).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(endings).toEqual([{ kind: 'no-account' }]);
  say('FINISH', finished);
  expect(endings).toHaveLength(1);
});

it('says where the person left, whichever comes first', () => {
  const step = 'PHONE_NUMBER_SETUP';
  say('CANCEL', { current_step: step });
  expect(endings).toEqual([]);
  session.answer(null);
  expect(endings).toEqual([{ kind: 'cancelled', step }]);

  const other = new SignUpSession((ending) => endings.push(ending));
  vi.advanceTimersByTime(5_000);
  other.answer(null);
  other.hear(JSON.stringify({ type: 'WA_EMBEDDED_SIGNUP', event: 'CANCEL', data: { current_step: step } }));
  expect(endings).toHaveLength(2);
  expect(endings[1]).toEqual({ kind: 'cancelled', step });
});

it('tells what Meta reported, with what its support asks for', () => {
  say('CANCEL', { error_message: 'Number in use', error_id: 524126, session_id: 'f34b51dab5e0498' });
  session.answer(null);
  const codes = { code: '524126', session: 'f34b51dab5e0498' };
  expect(endings).toEqual([{ kind: 'reported', sentence: 'Number in use', ...codes }]);
});

it('takes a window that was closed without a word for a cancel, and one that closed at once for one that never opened', () => {
  session.answer(null);
  vi.advanceTimersByTime(1_200);
  const other = new SignUpSession((ending) => endings.push(ending));
  vi.advanceTimersByTime(300);
  other.answer(null);
  vi.advanceTimersByTime(1_200);
  expect(endings).toEqual([{ kind: 'cancelled', step: null }, { kind: 'not-opened' }]);
});

it('does not take an account without a permission for a connection', () => {
  say('FINISH', finished);
  session.answer(null);
  expect(endings).toEqual([{ kind: 'no-permission' }]);
});

it('overhears what is not of the sign-up', () => {
  for (const message of ['not json', '{"type":"other"}', null, 7, { type: 'WA_EMBEDDED_SIGNUP' }])
    session.hear(message);
  say('FINISH', { business_id: '5' });
  session.answer('AQB');
  expect(endings).toEqual([]);
});

it('says nothing once nobody waits', () => {
  session.answer('AQB');
  session.stop();
  say('FINISH', finished);
  vi.advanceTimersByTime(60_000);
  expect(endings).toEqual([]);
});
