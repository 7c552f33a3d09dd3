import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCopy } from './copy.ts';
import { noFacts } from './facts.ts';
import { lint } from './lint.ts';
import { lintRules } from './rules.ts';
import { formExamples } from './test/examples/form.ts';
import { styleExamples } from './test/examples/style.ts';
import { wordExamples } from './test/examples/words.ts';
import { factsOf, templateOf, type Said } from './test/template.ts';

const examples = { ...wordExamples, ...formExamples, ...styleExamples };

test('every rule has at least six templates that it catches and six that it leaves alone', () => {
  const few = lintRules
    .map(({ code }) => ({
      code,
      hits: examples[code]?.hits.length ?? 0,
      clean: examples[code]?.clean.length ?? 0,
    }))
    .filter(({ hits, clean }) => hits < 6 || clean < 6);
  expect(few).toEqual([]);
});

const findsIn = (code: string, said: Said) => {
  const rule = lintRules.find((each) => each.code === code)!;
  return [...rule.finds(readCopy(templateOf(said)), factsOf(said))];
};

describe.each(Object.entries(examples))('%s', (code, { hits, clean }) => {
  test.each(hits.map((said) => [JSON.stringify(said).slice(0, 90), said] as const))(
    'catches %s',
    (_, said) => {
      expect(findsIn(code, said)).not.toEqual([]);
    },
  );
  test.each(clean.map((said) => [JSON.stringify(said).slice(0, 90), said] as const))(
    'leaves %s',
    (_, said) => {
      expect(findsIn(code, said)).toEqual([]);
    },
  );
});

test('every rule explains itself and says what to do, in English and Hindi', () => {
  for (const { code, explanation, fix } of lintRules)
    for (const { en, hi } of [explanation, fix]) {
      expect(en, code).toMatch(/^[A-Z].*\.$/s);
      expect(hi, code).toMatch(/\p{Script=Devanagari}.*[।?]$/su);
    }
});

const all = Object.entries(examples).flatMap(([, { hits }]) => hits);

test('what a cure offers takes its finding away, wherever one is offered', () => {
  const stuck = all.flatMap((said) => {
    const draft = templateOf(said);
    const cured = lint(draft, factsOf(said)).findings.filter(({ cures }) => cures.length > 0);
    return cured
      .filter(({ code, path, cures }) => {
        const content = { ...draft.content, components: structuredClone([...draft.content.components]) };
        for (const cure of cures) apply(content.components, cure);
        const after = lint({ ...draft, content }, factsOf(said)).findings;
        return after.some((finding) => finding.code === code && finding.path === path);
      })
      .map(({ code }) => `${code}: ${JSON.stringify(said)}`);
  });
  expect(stuck).toEqual([]);
});

/** RFC 6901 and the two kinds of RFC 6902. */
function apply(
  components: unknown[],
  { op, pointer, value }: { op: string; pointer: string; value: unknown },
): void {
  const steps = pointer.split('/').slice(1);
  const last = steps.pop()!;
  let place: unknown = components;
  for (const step of steps) place = (place as Record<string, unknown>)[step];
  if (op === 'add' && Array.isArray(place))
    place.splice(last === '-' ? place.length : Number(last), 0, value);
  else (place as Record<string, unknown>)[last] = value;
}

test('it never throws, whatever a template holds', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(...all.map((said) => (typeof said === 'string' ? said : (said.body ?? '')))),
    fc.constantFrom('{{', '}}', '{{1}}{{', '{{}}', 'https://', 'http://[', 'https://%zz', '\u202E', ''),
  );
  const value = fc.oneof(words, fc.jsonValue({ maxDepth: 2 }));
  const button = fc.record(
    { type: fc.oneof(fc.constantFrom('URL', 'QUICK_REPLY', 'OTP', 'url'), value), text: value, url: value },
    { requiredKeys: [] },
  );
  const component = fc.oneof(
    value,
    fc.record(
      {
        type: fc.oneof(
          fc.constantFrom('HEADER', 'BODY', 'FOOTER', 'BUTTONS', 'CAROUSEL', 'LIMITED_TIME_OFFER'),
          value,
        ),
        format: value,
        text: value,
        buttons: fc.oneof(fc.array(button, { maxLength: 4 }), value),
        cards: fc.oneof(fc.array(fc.record({ components: fc.array(value) }), { maxLength: 3 }), value),
        limited_time_offer: value,
      },
      { requiredKeys: [] },
    ),
  );
  fc.assert(
    fc.property(
      words,
      fc.constantFrom('en', 'hi', 'ta', 'ur', '', 'xx_YY', 'constructor'),
      fc.constantFrom('MARKETING', 'UTILITY', 'AUTHENTICATION', 'odd'),
      fc.array(component, { maxLength: 6 }),
      (name, language, category, components) => {
        const content = {
          parameterFormat: 'NAMED' as const,
          components,
          variables: {},
          media: {},
          disclosure: null,
        };
        const { findings } = lint({ name, language, category, content }, noFacts);
        expect(Array.isArray(findings)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test('a text of the greatest length is judged at once', () => {
  const nasty = ['Rs. 1,', '{{1}} ', 'a.', 'AAA ', '\n ', 'block account ', '1/', 'https://a.'];
  const began = performance.now();
  for (const part of nasty) lint(templateOf(part.repeat(4096 / part.length)), noFacts);
  expect(performance.now() - began).toBeLessThan(2000);
});
