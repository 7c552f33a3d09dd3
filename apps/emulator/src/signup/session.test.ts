import { expect, test } from 'vitest';
import { cancelEvents, finishEvent, type Session, stepOf } from './session.ts';

const session: Session = {
  id: 'S1',
  appId: '1',
  businessApp: false,
  onlyAccount: false,
  suggested: {},
  trail: ['BUSINESS_ACCOUNT_SELECTION', 'PHONE_NUMBER_SETUP'],
  eventVersion: '3',
  businessId: 'B',
  wabaId: 'W',
  numberId: 'N',
};

test('a finished session names number, account and portfolio', () => {
  expect(finishEvent(session)).toEqual({
    data: { phone_number_id: 'N', waba_id: 'W', business_id: 'B' },
    type: 'WA_EMBEDDED_SIGNUP',
    event: 'FINISH',
    version: 3,
  });
});

test('with the Business app only the account is named, without a number only account and portfolio', () => {
  expect(finishEvent({ ...session, businessApp: true })).toMatchObject({ data: { waba_id: 'W' } });
  const { numberId: _numberId, ...without } = session;
  expect(finishEvent(without)).toMatchObject({
    event: 'FINISH_ONLY_WABA',
    data: { waba_id: 'W', business_id: 'B' },
  });
});

test('who names no version of session events hears none', () => {
  const { eventVersion: _version, ...silent } = session;
  expect([finishEvent(silent), cancelEvents(silent, 0)]).toEqual([null, null]);
});

test('a session that is left says at which step, and a reported error comes with it', () => {
  expect(stepOf(session)).toBe('PHONE_NUMBER_SETUP');
  expect(cancelEvents(session, 5000, 'No such number')).toMatchObject({
    left: { event: 'CANCEL', data: { current_step: 'PHONE_NUMBER_SETUP' } },
    reported: {
      event: 'CANCEL',
      data: { error_message: 'No such number', session_id: 'S1', timestamp: '5' },
    },
  });
});

test('before version 3 an error was an event of its own', () => {
  const { reported } = cancelEvents({ ...session, eventVersion: '2' }, 0, 'No such number') ?? {};
  expect(reported).toEqual({
    data: { error_message: 'No such number' },
    type: 'WA_EMBEDDED_SIGNUP',
    event: 'ERROR',
    version: 2,
  });
});
