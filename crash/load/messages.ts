import type { Chance } from '../chance.ts';

export interface AskedMessage {
  class: 'utility' | 'otp' | 'marketing' | 'reply';
  content: object;
}

const words = (text: string): object => ({ type: 'text', text });

const template = (name: string, components: object[]): object => ({
  type: 'template',
  template: { name, language: { code: 'en' }, components },
});

/** A message of each class that the sample account has a template for, and a plain one. */
export function someMessage(chance: Chance, nth: number): AskedMessage {
  const roll = chance.share();
  if (roll < 0.15) return { class: 'otp', content: template('login_code', codeParts(String(100_000 + nth))) };
  if (roll < 0.3)
    return { class: 'reply', content: { type: 'text', text: { body: `Yes, we have it (${nth}).` } } };
  if (roll < 0.5) return { class: 'marketing', content: template('festive_offer', offerParts(nth)) };
  return { class: 'utility', content: orderConfirmation(nth) };
}

export const orderConfirmation = (nth: number): object =>
  template('order_confirmation', [
    { type: 'body', parameters: [words('आशा'), words(`SS-${nth}`)] },
    { type: 'button', sub_type: 'url', index: 0, parameters: [words(`SS-${nth}`)] },
  ]);

const codeParts = (code: string): object[] => [
  { type: 'body', parameters: [words(code)] },
  { type: 'button', sub_type: 'url', index: 0, parameters: [words(code)] },
];

const offerParts = (nth: number): object[] => [
  { type: 'body', parameters: [words('Asha'), words(`DIWALI${nth}`)] },
];
