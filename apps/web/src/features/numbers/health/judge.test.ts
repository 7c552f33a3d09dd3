import { describe, expect, it } from 'vitest';
import type { Account, BusinessNumber } from '../../../data/numbers.ts';
import { sampleAccount, sampleNumber } from '../samples.ts';
import { daysUntil, judgeAccount, judgeNumber, stateOf } from './judge.ts';

const now = new Date('2026-11-21T06:30:00Z');
const number = (change: Partial<BusinessNumber>) => judgeNumber({ ...sampleNumber, ...change });
const account = (change: Partial<Account>) => judgeAccount({ ...sampleAccount, ...change }, now);

describe('a number', () => {
  it('of which nothing is the matter works', () => {
    expect(number({})).toEqual([]);
    expect(stateOf([])).toBe('works');
  });

  it.each([
    [{ quality: 'RED' }, 'qualityLow', 'risk'],
    [{ quality: 'YELLOW' }, 'qualityFalling', 'look'],
    [{ status: 'BANNED' }, 'banned', 'stops'],
    [{ status: 'RESTRICTED' }, 'restricted', 'risk'],
    [{ status: 'PENDING', registered: false }, 'unregistered', 'stops'],
    [{ registered: false, codeVerification: 'NOT_VERIFIED' }, 'unproven', 'stops'],
    [{ registered: false, onBusinessApp: true }, 'appLeft', 'stops'],
    [{ status: 'DISCONNECTED' }, 'offline', 'stops'],
    [{ nameStatus: 'DECLINED' }, 'nameDeclined', 'look'],
    [{ nameStatus: 'PENDING_REVIEW' }, 'nameWaits', 'works'],
    [{ newNameStatus: 'APPROVED', newName: 'Surat Silks' }, 'newNameReady', 'look'],
    [{ messagingLimit: 'TIER_250' }, 'smallLimit', 'works'],
    [{ mode: 'SANDBOX' }, 'testOnly', 'works'],
  ] as const)('with %j has the matter %s', (change, matter, state) => {
    expect(number(change)).toEqual([matter]);
    expect(stateOf([matter])).toBe(state);
  });

  it('tells what stops it before what only threatens it', () => {
    expect(number({ quality: 'RED', messagingLimit: 'TIER_250', registered: false })).toEqual([
      'unregistered',
      'qualityLow',
      'smallLimit',
    ]);
  });

  it('with a word that Meta has added since is not called broken', () => {
    expect(number({ status: 'SOMETHING_NEW', quality: 'PURPLE', nameStatus: 'LATER' })).toEqual([]);
  });

  it('that was disconnected is not judged', () => {
    expect(number({ quality: 'RED', disconnectedAt: now.toISOString() })).toEqual([]);
  });
});

describe('an account', () => {
  it.each([
    [{ expiresAt: '2026-11-21T06:29:00Z' }, ['tokenEnded']],
    [{ expiresAt: '2026-12-01T06:30:00Z' }, ['tokenEnds']],
    [{ expiresAt: '2027-01-20T06:30:00Z' }, []],
    [{ expiresAt: null }, []],
    [{ subscribedAt: null, reviewStatus: 'PENDING' }, ['notSubscribed', 'accountWaits']],
    [{ reviewStatus: 'REJECTED' }, ['accountRejected']],
    [{ problem: 'token_invalid' }, ['tokenRefused']],
    [{ problem: 'token_expired' }, ['tokenEnded']],
    [{ problem: 'account_unreadable', reviewStatus: 'PENDING' }, ['outOfReach', 'accountWaits']],
    [{ subscribedAt: null, disconnectedAt: '2026-11-20T06:30:00Z' }, []],
  ] as const)('with %j has the matters %j', (change, matters) => {
    expect(account(change)).toEqual(matters);
  });

  it('counts the days that are left, never below none', () => {
    expect(daysUntil('2026-11-23T06:00:00Z', now)).toBe(2);
    expect(daysUntil('2026-11-01T06:00:00Z', now)).toBe(0);
  });
});
