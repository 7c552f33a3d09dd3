import { healthFindings } from '@trikon/contract';
import { expect, test } from 'vitest';
import type { NumberFacts, Surroundings } from './facts.ts';
import { findingsOf, worstOf } from './findings.ts';
import { wordsOf } from './words.ts';

const now = new Date('2026-11-20T04:30:00Z');
const inHours = (hours: number): Date => new Date(now.getTime() + hours * 3_600_000);

const well: NumberFacts = {
  workspaceId: '',
  numberId: '',
  phone: '+912614001234',
  name: 'Surat Silks',
  nameStatus: 'APPROVED',
  newName: null,
  newNameStatus: null,
  quality: 'GREEN',
  status: 'CONNECTED',
  registered: true,
  pinEnabled: true,
  messagingLimit: 'TIER_2K',
  throughput: 'STANDARD',
  messagesPerSecond: 80,
  restrictions: [],
  metaHealth: { canSend: 'AVAILABLE', entities: [] },
  health: null,
  accountProblem: null,
  reviewStatus: 'APPROVED',
  banState: null,
  presence: null,
  violation: null,
  accountRestrictions: [],
  tokenEndsAt: null,
  pausedAt: null,
  pausedReason: null,
  queued: 0,
  reached: 0,
  templatesPaused: 0,
  webhookAt: now,
  tried: 0,
  takenEarlier: 0,
  failures: {},
};
const calm: Surroundings = {
  now,
  backlog: { pending: 0, oldestSeconds: 0 },
  allowance: { free: 1000, used: 0 },
};

const found = (facts: Partial<NumberFacts>, surroundings: Partial<Surroundings> = {}): string[] =>
  findingsOf({ ...well, ...facts }, { ...calm, ...surroundings }).map(
    ({ code, severity }) => `${code} ${severity}`,
  );

test('a number with which all is well has nothing to tell', () => {
  expect(found({})).toEqual([]);
  expect(worstOf([])).toBe('good');
});

const messaging = (until: Date | null) => [
  { type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: until?.toISOString() ?? null },
];

test.each<[string, Partial<NumberFacts>, Partial<Surroundings>?]>([
  ['account_problem critical', { accountProblem: 'token_invalid' }],
  ['account_banned critical', { banState: 'DISABLE' }],
  ['account_banned critical', { presence: 'ACCOUNT_DELETED' }],
  ['account_ban_scheduled critical', { banState: 'SCHEDULE_FOR_DISABLE' }],
  ['account_restricted critical', { accountRestrictions: messaging(inHours(1)) }],
  [
    'account_restricted warning',
    { accountRestrictions: [{ type: 'RESTRICTED_ADD_PHONE_NUMBER_ACTION', until: null }] },
  ],
  ['account_not_approved critical', { reviewStatus: 'REJECTED' }],
  ['account_not_approved warning', { reviewStatus: 'PENDING' }],
  ['account_violation warning', { violation: 'ALCOHOL' }],
  ['token_ended critical', { tokenEndsAt: inHours(-1) }],
  ['token_ends_soon critical', { tokenEndsAt: inHours(23) }],
  ['token_ends_soon warning', { tokenEndsAt: inHours(13 * 24) }],
  ['number_not_connected critical', { status: 'DISCONNECTED' }],
  ['number_not_connected critical', { status: 'A_WORD_OF_TOMORROW' }],
  ['number_restricted critical', { status: 'RESTRICTED' }],
  [
    'number_restricted warning',
    { restrictions: [{ type: 'RESTRICTED_BUSINESS_INITIATED_CALLING', until: null }] },
  ],
  ['number_flagged warning', { status: 'FLAGGED' }],
  ['number_not_registered critical', { registered: false }],
  ['meta_blocks_sending critical', { metaHealth: { canSend: 'BLOCKED', entities: [] } }],
  ['meta_limits_sending warning', { metaHealth: { canSend: 'LIMITED', entities: [] } }],
  ['quality_low critical', { quality: 'RED' }],
  ['quality_falling warning', { quality: 'YELLOW' }],
  ['limit_used critical', { reached: 2000 }],
  ['limit_nearly_used warning', { reached: 1600 }],
  ['name_rejected warning', { newName: 'Silks', newNameStatus: 'DECLINED' }],
  ['name_in_review notice', { newName: 'Silks', newNameStatus: 'PENDING_REVIEW' }],
  ['sending_paused warning', { pausedAt: now, pausedReason: 'manual' }],
  ['sending_paused critical', { pausedAt: now, pausedReason: 'quality' }],
  ['templates_paused warning', { templatesPaused: 1 }],
  ['webhooks_late warning', {}, { backlog: { pending: 1, oldestSeconds: 61 } }],
  ['webhooks_late critical', {}, { backlog: { pending: 1, oldestSeconds: 601 } }],
  ['webhooks_silent critical', { takenEarlier: 1, webhookAt: inHours(-2) }],
  ['webhooks_silent critical', { takenEarlier: 1, webhookAt: null }],
  ['many_failures warning', { tried: 50, failures: { 131026: 10 } }],
  ['many_failures critical', { tried: 20, failures: { 131042: 8, 130472: 900, 131026: 2 } }],
  ['pin_missing notice', { pinEnabled: false }],
  ['allowance_nearly_used notice', {}, { allowance: { free: 1000, used: 800 } }],
  ['allowance_used notice', {}, { allowance: { free: 1000, used: 1001 } }],
])('%s', (finding, facts, surroundings) => {
  expect(found(facts, surroundings)).toEqual([finding]);
});

test('what is over, unlimited, rare or nobody’s fault is not held against a number', () => {
  expect(found({ accountRestrictions: messaging(inHours(-1)) })).toEqual([]);
  expect(found({ messagingLimit: 'TIER_UNLIMITED', reached: 1_000_000 })).toEqual([]);
  expect(found({ tried: 9, failures: { 131026: 9 } })).toEqual([]);
  expect(found({ tried: 100, failures: { 131050: 100 } })).toEqual([]);
  expect(found({ webhookAt: null })).toEqual([]);
  expect(found({ metaHealth: null, reviewStatus: null })).toEqual([]);
});

test('the worst comes first', () => {
  expect(found({ pinEnabled: false, quality: 'YELLOW', registered: true, banState: 'DISABLE' })).toEqual([
    'account_banned critical',
    'quality_falling warning',
    'pin_missing notice',
  ]);
});

test('every finding has its sentences in English and Hindi', () => {
  for (const code of healthFindings) {
    const { en, hi } = wordsOf(code);
    for (const sentence of [en.happened, en.next]) expect(sentence).toMatch(/^[A-Z].{6,}\.$/);
    for (const sentence of [hi.happened, hi.next]) expect(sentence).toMatch(/[\u0900-\u097f].*।$/);
  }
});
