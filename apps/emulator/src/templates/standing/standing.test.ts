import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diwaliOffer, loginCode, orderShipped } from '../test/requests.ts';
import { templateOf } from '../test/template-of.ts';
import { pauseForPacing, rate, unpause } from './ladder.ts';
import { paceOf } from './pacing.ts';
import { scoreOf } from './score.ts';
import { beginLife, count, dayLength, emptyTally, topReason, totalsOf } from './tally.ts';
import type { Count } from './tally.ts';

const lines = { scoreAfter: 20, yellowShare: 0.02, redShare: 0.05, leastReadShare: 0.02 };
const now = 20_000 * dayLength;
const hour = 3_600_000;

const tallyOf = (counts: Partial<Record<Count, number>>, at = now) => {
  const tally = emptyTally();
  for (const [what, times] of Object.entries(counts) as [Count, number][]) {
    for (let time = 0; time < times; time++) count(tally, what, at);
  }
  return tally;
};
const score = (counts: Partial<Record<Count, number>>, at = now) =>
  scoreOf(tallyOf(counts, at).days, lines, now);

describe('quality', () => {
  test('is unknown until enough messages have arrived', () => {
    expect(score({ delivered: 19, blocks: 5 })).toBe('UNKNOWN');
    expect(score({ delivered: 20 })).toBe('GREEN');
  });

  test('falls with blocks, and twice as fast with reports', () => {
    expect(score({ delivered: 100, blocks: 1 })).toBe('GREEN');
    expect(score({ delivered: 100, blocks: 2 })).toBe('YELLOW');
    expect(score({ delivered: 100, reports: 1 })).toBe('YELLOW');
    expect(score({ delivered: 100, blocks: 5 })).toBe('RED');
    expect(score({ delivered: 100, reports: 3 })).toBe('RED');
  });

  test('falls when nobody reads', () => {
    expect(score({ delivered: 1000, read: 19 })).toBe('YELLOW');
    expect(score({ delivered: 1000, read: 20 })).toBe('GREEN');
  });

  test('forgets what is older than a week', () => {
    expect(score({ delivered: 100, blocks: 9 }, now - 6 * dayLength)).toBe('RED');
    expect(score({ delivered: 100, blocks: 9 }, now - 7 * dayLength)).toBe('UNKNOWN');
  });

  test('never rises by another block', () => {
    const rank = ['GREEN', 'YELLOW', 'RED'];
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 300 }), fc.integer({ min: 0, max: 30 }), (delivered, blocks) => {
        const [less, more] = [score({ delivered, blocks }), score({ delivered, blocks: blocks + 1 })];
        expect(rank.indexOf(more)).toBeGreaterThanOrEqual(rank.indexOf(less));
      }),
    );
  });
});

describe('a template that becomes RED', () => {
  test('rests for three hours, then for six, and is then disabled', () => {
    let template = templateOf(diwaliOffer());
    const seen = [1, 2, 3].map(() => {
      const step = rate(template, 'RED', now);
      template = { ...template, ...step.change };
      const rest = template.pause?.until === undefined ? 0 : (template.pause.until - now) / hour;
      const { status } = template;
      template = { ...template, ...unpause(template, now).change };
      return [step.told?.event, step.told?.pause?.title, status, rest];
    });
    expect(seen).toEqual([
      ['PAUSED', 'FIRST_PAUSE', 'PAUSED', 3],
      ['PAUSED', 'SECOND_PAUSE', 'PAUSED', 6],
      ['DISABLED', undefined, 'DISABLED', 0],
    ]);
  });

  test('tells its change of quality, and nothing when nothing changed', () => {
    const template = templateOf(diwaliOffer(), { quality: 'GREEN' });
    expect(rate(template, 'YELLOW', now)).toEqual({
      change: { quality: 'YELLOW', qualitySince: now },
      quality: { from: 'GREEN', to: 'YELLOW' },
    });
    expect(rate(template, 'GREEN', now)).toEqual({ change: {} });
  });

  test('is only paused while it is in use', () => {
    expect(rate(templateOf(diwaliOffer(), { status: 'PENDING' }), 'RED', now).told).toBeUndefined();
  });

  test('comes back with a quality that can fall again', () => {
    const paused = templateOf(diwaliOffer(), { status: 'PAUSED', quality: 'RED' });
    expect(unpause(paused, now)).toMatchObject({
      change: { status: 'APPROVED', quality: 'YELLOW' },
      told: { event: 'APPROVED', pause: { title: 'UNPAUSE' } },
    });
  });

  test('by early feedback rests until the business asks for it', () => {
    expect(pauseForPacing(templateOf(diwaliOffer()), now).change).toMatchObject({
      status: 'PAUSED',
      pause: { by: 'pacing' },
    });
  });
});

describe('pacing', () => {
  const pace = (request: Record<string, unknown>, sent: number, more = {}, quality = 'UNKNOWN' as const) => {
    const tally = { ...emptyTally(), pacing: { sent, state: 'counting' as const } };
    const circumstances = { threshold: 10, utilityPausedAt: undefined, now, ...more };
    return paceOf(templateOf(request, { quality }), tally, circumstances);
  };

  test('holds new marketing templates at the threshold', () => {
    expect(pace(diwaliOffer(), 9)).toBe('send');
    expect(pace(diwaliOffer(), 10)).toBe('begin-holding');
    expect(pace(diwaliOffer(), 10, { threshold: 0 })).toBe('send');
  });

  test('lets GREEN ones and those that passed go', () => {
    const template = templateOf(diwaliOffer());
    const circumstances = { threshold: 10, utilityPausedAt: undefined, now };
    const at = (state: 'passed' | 'holding') => ({ ...emptyTally(), pacing: { sent: 99, state } });
    expect(paceOf({ ...template, quality: 'GREEN' }, tallyOf({}), { ...circumstances, threshold: 1 })).toBe(
      'send',
    );
    expect(paceOf(template, at('passed'), circumstances)).toBe('send');
    expect(paceOf(template, at('holding'), circumstances)).toBe('hold');
  });

  test('holds utility only in the week after one was paused, and codes never', () => {
    expect(pace(orderShipped(), 10)).toBe('send');
    expect(pace(orderShipped(), 10, { utilityPausedAt: now - 6 * dayLength })).toBe('begin-holding');
    expect(pace(orderShipped(), 10, { utilityPausedAt: now - 7 * dayLength })).toBe('send');
    expect(pace(loginCode(), 10, { utilityPausedAt: now })).toBe('send');
  });
});

describe('a tally', () => {
  test('counts by day, and drops what no comparison looks at', () => {
    const tally = emptyTally();
    for (let day = 0; day < 200; day++) count(tally, 'sent', now + day * dayLength);
    expect(tally.days).toHaveLength(92);
    const last = 20_000 + 199;
    expect(totalsOf(tally.days, last - 6).sent).toBe(7);
    expect(totalsOf(tally.days, last - 6, last - 1).sent).toBe(6);
  });

  test('of a new life begins at nothing, with the old one behind it', () => {
    const next = beginLife(tallyOf({ delivered: 100, blocks: 9 }));
    expect(scoreOf(next.days, lines, now)).toBe('UNKNOWN');
    expect(totalsOf(next.past, 0).blocks).toBe(9);
  });

  test('knows the reason that most gave', () => {
    const tally = emptyTally();
    for (const reason of ['SPAM', 'OTHER', 'SPAM']) count(tally, 'blocks', now, reason);
    expect(topReason(tally.days)).toBe('SPAM');
    expect(topReason([])).toBeUndefined();
  });
});
