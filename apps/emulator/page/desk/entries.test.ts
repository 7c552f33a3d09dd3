import { expect, it } from 'vitest';
import { isBad, readLines, summaryOf } from './entries.ts';

const line = (kind: string, rest: object): string => JSON.stringify({ seq: 1, at: 0, kind, ...rest });
const said = (kind: string, rest: object): string[] => readLines(`${line(kind, rest)}\n`).map(summaryOf);

it('says every entry in a line', () => {
  expect(said('request', { method: 'POST', path: '/v25.0/1/messages', status: 200 })).toEqual([
    'POST /v25.0/1/messages 200',
  ]);
  expect(said('request', { method: 'POST', path: '/x', status: 0 })).toEqual(['POST /x no answer']);
  const changes = [
    { field: 'messages', value: { statuses: [{ status: 'read' }] } },
    { field: 'user_preferences', value: {} },
  ];
  expect(said('webhook', { url: 'http://a.in/w', status: 200, body: { entry: [{ changes }] } })).toEqual([
    'messages: read, user_preferences → http://a.in/w 200',
  ]);
  expect(said('webhook', { url: 'http://a.in/w', status: 200, verified: true })).toEqual([
    'verification → http://a.in/w 200',
  ]);
  expect(said('state', { collection: 'chats', id: '7', change: null })).toEqual(['chats 7 removed']);
  expect(said('fault', { point: 'message', effect: { type: 'fail', code: 1 } })).toEqual(['fail at message']);
  expect(said('control', { restored: true })).toEqual(['world restored from a snapshot']);
});

it('marks what went wrong', () => {
  const isWrong = (kind: string, rest: object): boolean => readLines(line(kind, rest)).some(isBad);
  expect(isWrong('request', { status: 400 })).toBe(true);
  expect(isWrong('request', { status: 0 })).toBe(true);
  expect(isWrong('request', { status: 200 })).toBe(false);
  expect(isWrong('webhook', { status: 503 })).toBe(true);
  expect(isWrong('state', {})).toBe(false);
});
