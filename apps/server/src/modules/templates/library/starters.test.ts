import { templateProblems } from '@trikon/contract/template-rules';
import { describe, expect, test } from 'vitest';
import { festivals } from '../cadence/festivals.ts';
import { noFacts } from '../lint/facts.ts';
import { lint } from '../lint/lint.ts';
import { inserts } from './inserts.ts';
import { starters } from './starters.ts';

const all = starters.flatMap((starter) =>
  (['en', 'hi'] as const).map((language) => ({ starter, language, content: starter.contents[language] })),
);

const lintOf = ({ starter, language, content }: (typeof all)[number]) => {
  const other = starter.contents[language === 'en' ? 'hi' : 'en'];
  const body = other.components.find(({ type }) => type === 'BODY');
  return lint(
    { name: `service_${starter.key}_${language}_v1`, language, category: starter.category, content },
    {
      ...noFacts,
      domains: ['example.in'],
      variants: [{ language: language === 'en' ? 'hi' : 'en', body: body?.type === 'BODY' ? body.text : '' }],
    },
  );
};

test('there are more than forty, in English and Hindi, and none twice', () => {
  const keys = starters.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(
    starters.filter(({ festival, kit }) => festival === null && kit === null).length,
  ).toBeGreaterThanOrEqual(40);
  const bodies = all
    .filter(({ starter }) => starter.category !== 'AUTHENTICATION')
    .map(({ content }) => JSON.stringify(content.components.find(({ type }) => type === 'BODY')));
  expect(new Set(bodies).size).toBe(bodies.length);
});

describe('the linter has nothing above advice against', () => {
  test.each(all.map((each) => [`${each.starter.key} in ${each.language}`, each] as const))(
    '%s',
    (_, each) => {
      const { findings, prediction } = lintOf(each);
      const grave = findings.filter(({ severity }) => severity !== 'advice');
      expect(grave.map(({ code, path, excerpt }) => `${code} ${path} ${excerpt}`)).toEqual([]);
      expect(findings.map(({ code, excerpt }) => `${code} ${excerpt}`)).toEqual([]);
      expect({ category: prediction.category, reasons: prediction.reasons }).toEqual({
        category: each.starter.category,
        reasons: prediction.reasons,
      });
    },
  );
});

test('WhatsApp would refuse nothing of their form', () => {
  const refused = all.flatMap(({ starter, language, content }) =>
    templateProblems(content, starter.category).map(
      ({ field, code }) => `${starter.key} ${language} ${field} ${code}`,
    ),
  );
  expect(refused).toEqual([]);
});

test('both languages take the same values', () => {
  for (const { key, contents } of starters)
    expect(Object.keys(contents.hi.variables).toSorted(), key).toEqual(
      Object.keys(contents.en.variables).toSorted(),
    );
});

test('a kit has two or three ways to say it, of one category', () => {
  const kits = Map.groupBy(
    starters.filter(({ kit }) => kit !== null),
    ({ kit }) => kit,
  );
  expect(kits.size).toBeGreaterThanOrEqual(3);
  for (const [kit, ways] of kits) {
    expect(ways.length, kit!).toBeGreaterThanOrEqual(2);
    expect(new Set(ways.map(({ category }) => category)).size, kit!).toBe(1);
  }
});

test('every festival of a starter is in the calendar, which knows each for three years', () => {
  const known = new Set(festivals.map(({ key }) => key));
  expect(
    starters.flatMap(({ festival }) => (festival === null || known.has(festival) ? [] : [festival])),
  ).toEqual([]);
  expect(starters.filter(({ festival }) => festival !== null).length).toBeGreaterThanOrEqual(10);
  for (const { key, days } of festivals)
    expect(
      days.map((day) => day.slice(0, 4)),
      key,
    ).toEqual(['2026', '2027', '2028']);
});

test('what is inserted passes the linter where it stands, in every language', () => {
  for (const { key, place, texts } of inserts)
    for (const { language, text } of texts) {
      if (place === 'footer') expect(text.length, `${key} ${language}`).toBeLessThanOrEqual(60);
      const content = {
        parameterFormat: 'NAMED' as const,
        components: [{ type: 'BODY', text }],
        variables: {},
        media: {},
        disclosure: null,
      };
      const { findings } = lint({ name: 'service_x_v1', language, category: 'UTILITY', content }, noFacts);
      const grave = findings.filter(
        ({ severity, code }) => severity !== 'advice' && code !== 'category_unlike_prediction',
      );
      expect(
        grave.map(({ code, excerpt }) => `${code} ${excerpt}`),
        `${key} ${language}`,
      ).toEqual([]);
    }
});
