import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify, type ErrorClass, type ErrorScope, type MetaError, retrySeconds } from './index.ts';

/** Meta's documented codes with what to do about each; `class/scope`, and what follows after `+`. */
const documented: Record<string, string> = {
  retry:
    '2 131000+alert 131016 131057/number 133004 133015 134101 138003 138004 138007 138019 138020 138021 138022 138023 139102 139103 2494100 1+fix',
  throttle:
    '4/app 17/token 613/calls 80007/account 80008/account 130429/number 131056/pair 131208/group 132069/flow 133008/number 133009/number 133016/number 136024/number 138002/calls 138005/calls 138009/pair 138012/pair',
  never:
    '33 803 130472 131021 131026+suppress 131041 131049 131051 131207 131215 132016+pause 138013 139006 1026 200005 200006 1752041 2388012 2593079 2593085 2593107 2593108',
  fix: '3 100 131008 131009 131020 131030 131037 131045 131047 131053 131055 131059 131062 131063 131201 131202 131204 131209 131210 131211 131212 131213 132000 132001 132005 132007 132008 132012 132018 132068 133000 133005 133006 133010 134011 134100 134102 134103 135000 136025 137000 138000 138006 138011 138015 138018 138024 138025 139001 139002 139003 139004 139100 139101 141002 147001 147002 147003 147004 147005 200007 2046 2047 2388001 2388019 2388039 2388040 2388047 2388072 2388073 2388091 2388093 2388103 2388293 2388299 2494164 2494165 2494166 2494167 2494168 2494176 2494177 2494179',
  suppress: '130403/customer 130497/country+pause 131050/marketing 138001/calls',
  pause:
    '0/token 10/token 102/token 104/token 190/token 200/token 213/token 299/token 368/account 131005/token 131031/account 131042/account 131044/calls 131048/number 131064/account 132015/campaign 131214/group 138014/calls 139000/account',
  notice: '130501 131052 131060 138017 2593109',
};

interface Expected {
  code: number;
  class: ErrorClass;
  scope?: ErrorScope;
  next?: string;
}

const rows: Expected[] = Object.entries(documented).flatMap(([name, list]) =>
  list.split(' ').map((item) => {
    const [, code, scope, next] = /^(\d+)(?:\/(\w+))?(?:\+(\w+))?$/.exec(item) ?? [];
    return { code: Number(code), class: name as ErrorClass, scope: scope as ErrorScope, next };
  }),
);

describe('the table of errors', () => {
  test.each(rows)('tells what to do about $code: $class', ({ code, class: expected, scope, next }) => {
    const error = classify({ code });
    expect([error.class, error.scope, error.followUp?.class]).toEqual([expected, scope, next]);
    expect(error.isDocumented).toBe(true);
  });

  test('holds every documented code once', () => {
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(rows).toHaveLength(169);
  });

  test.each(rows)('has words for $code in English and in Hindi, with the next step', ({ code }) => {
    const { en, hi } = classify({ code }).words;
    for (const sentence of [en.happened, en.next]) expect(sentence).toMatch(/^[A-Z0-9][^]*[.]$/);
    for (const sentence of [hi.happened, hi.next]) expect(sentence).toMatch(/\p{Script=Devanagari}[^]*।$/u);
  });

  test.each(rows.filter(({ class: name }) => name === 'retry' || name === 'throttle'))(
    'says when $code may be tried again',
    ({ code }) => {
      expect(retrySeconds(classify({ code }).retry, 0, 0)).toBeGreaterThan(0);
    },
  );

  test('never retries by itself what cannot succeed, what a person must change, and what was stopped', () => {
    const retried = rows.filter(
      ({ code, class: name }) =>
        !['retry', 'throttle'].includes(name) && classify({ code }).retry !== undefined,
    );
    expect(retried.map(({ code }) => code)).toEqual([131_049]);
  });
});

describe('an error', () => {
  test('that leaves open whether the message went out is doubtful as an answer, and certain in a status', () => {
    const doubtful = rows.filter(({ code }) => classify({ code }, 500).isDoubtful);
    expect(doubtful.map(({ code }) => code).sort((a, b) => a - b)).toEqual([1, 2, 131_000, 131_016, 133_004]);
    expect(rows.filter(({ code }) => classify({ code }).isDoubtful)).toEqual([]);
  });

  test('that Meta has not documented is final when refused, and passing when the server failed', () => {
    expect(classify({ code: 987_654 }, 400)).toMatchObject({ class: 'never', isDocumented: false });
    expect(classify({ code: 987_654 }, 503)).toMatchObject({ class: 'retry', retry: { most: 3 } });
    expect(classify({ code: 987_654, is_transient: true }, 400)).toMatchObject({ class: 'retry' });
    expect(classify({ code: 987_654 })).toMatchObject({ class: 'never' });
  });

  test('under "invalid parameter" is told apart by its subcode where that is documented', () => {
    expect(classify({ code: 100, error_subcode: 33 })).toMatchObject({ class: 'never', subcode: 33 });
    expect(classify({ code: 100, error_subcode: 2_388_019 }).words.en.happened).toContain('templates');
    expect(classify({ code: 100, error_subcode: 12 })).toMatchObject({ class: 'fix' });
    expect(classify({ code: 190, error_subcode: 33 })).toMatchObject({ class: 'pause' });
  });

  test('shows the most exact of what Meta says', () => {
    const from = (more: Partial<MetaError>) => classify({ code: 100, message: 'general', ...more }).details;
    expect(from({})).toBe('general');
    expect(from({ error_data: 'in text' })).toBe('in text');
    expect(from({ error_data: { details: 'exact' } })).toBe('exact');
    expect(from({ error_data: {}, title: 'title' })).toBe('general');
    expect(from({ error_data: { details: 'exact' }, error_user_msg: 'for people' })).toBe('for people');
  });

  test('with any code at all has a class and words', () => {
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.integer({ min: 100, max: 599 })), (code, status) => {
        const error = classify({ code }, status ?? undefined);
        expect(error.code).toBe(code);
        expect(error.words.hi.next).not.toBe('');
      }),
    );
  });
});

describe('a wait', () => {
  test('grows with each retry, is never shorter than asked for, and ends', () => {
    const rule = { first: 4, growth: 4, longest: 256, most: 5 };
    const waits = [0, 1, 2, 3, 4, 5].map((retry) => retrySeconds(rule, retry, 0));
    expect(waits).toEqual([4, 16, 64, 256, 256, null]);
    fc.assert(
      fc.property(fc.nat(4), fc.double({ min: 0, max: 1, noNaN: true }), (retry, chance) => {
        expect(retrySeconds(rule, retry, chance)).toBeGreaterThanOrEqual(waits[retry] ?? 0);
      }),
    );
  });

  test('for one customer is 1, 4, 16… times four seconds, and for the limit of a customer a day or more', () => {
    expect([0, 1, 2].map((n) => retrySeconds(classify({ code: 131_056 }).retry, n, 0))).toEqual([4, 16, 64]);
    expect(retrySeconds(classify({ code: 131_049 }).retry, 0, 0)).toBe(86_400);
    expect(retrySeconds(classify({ code: 131_000 }).retry, 3, 0)).toBe(null);
    expect(retrySeconds(undefined, 0, 0)).toBe(null);
  });
});
