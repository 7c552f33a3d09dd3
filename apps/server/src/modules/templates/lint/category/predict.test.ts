import { expect, test } from 'vitest';
import { readCopy } from '../copy.ts';
import { labelled } from '../test/labelled.ts';
import { link, reply, templateOf, type Spoken } from '../test/template.ts';
import { predictCategory } from './predict.ts';

const categories = ['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const;

const predict = (said: Spoken) => predictCategory(readCopy(templateOf(said)));

const answers = categories.flatMap((right) =>
  labelled[right].map(([language, body]) => ({
    right,
    body,
    said: predict({ language, body, category: right }).category,
  })),
);

const count = (right: string, said: string): number =>
  answers.filter((answer) => answer.right === right && answer.said === said).length;

const matrix = categories
  .map(
    (right) =>
      `${right} → ${categories.map((said) => `${said.slice(0, 4)} ${count(right, said)}`).join(', ')}`,
  )
  .join('; ');

test(`of ${answers.length} labelled templates: ${matrix}`, () => {
  expect(answers.length).toBeGreaterThanOrEqual(120);
  const wrong = answers.filter(({ right, said }) => right !== said);
  expect(wrong.length / answers.length, JSON.stringify(wrong, null, 1)).toBeLessThanOrEqual(0.05);
});

test('it hardly ever promises utility to what WhatsApp would charge as marketing', () => {
  const dear = answers.filter(({ right, said }) => right === 'MARKETING' && said === 'UTILITY');
  expect(dear.length / labelled.MARKETING.length, JSON.stringify(dear, null, 1)).toBeLessThanOrEqual(0.04);
});

test('it says by which words it decided', () => {
  const { category, certainty, reasons } = predict({
    body: 'Your order {{1}} has shipped. Get 20% off on your next order!',
    footer: 'Sharma Sarees',
  });
  expect({ category, certainty, reasons }).toEqual({
    category: 'MARKETING',
    certainty: 'sure',
    reasons: [{ why: 'promotion', path: 'body', excerpt: '20% off' }],
  });
});

test('one button that sells makes the whole template marketing', () => {
  const body = 'Your order {{1}} has shipped and arrives on {{2}}.';
  expect(predict({ body, buttons: [link('https://sharma.example/t/{{1}}', 'Track it')] }).category).toBe(
    'UTILITY',
  );
  expect(predict({ body, buttons: [reply('Shop now')] }).category).toBe('MARKETING');
  expect(predict({ body, buttons: [{ type: 'CATALOG', text: 'View catalog' }] }).category).toBe('MARKETING');
});

test('of utility it is never sure', () => {
  const certainties = labelled.UTILITY.map(([language, body]) => predict({ language, body }).certainty);
  expect(certainties).not.toContain('sure');
});
