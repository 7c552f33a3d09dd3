import { describe, expect, it } from 'vitest';
import type { Catalogue, Messages } from './define-messages.ts';
import { ownLanguages, type OwnLanguage } from './language.ts';

const files = import.meta.glob<Record<string, unknown>>('../**/*messages.ts', { eager: true });
const catalogues = Object.entries(files).flatMap(([path, exported]) =>
  Object.values(exported)
    .filter((one): one is Messages => typeof one === 'object' && one !== null && 'en' in one && 'hi' in one)
    .map((messages) => ({ path, messages })),
);

it('finds the catalogues', () => {
  expect(catalogues.length).toBeGreaterThan(2);
});

it('gives each catalogue a name of its own', () => {
  const names = catalogues.map(({ messages }) => messages.name);
  expect(names).toEqual([...new Set(names)]);
});

describe.each(catalogues)('$path', ({ messages }) => {
  const english: Catalogue = messages.en;
  const hindi: Catalogue = messages.hi;

  it('has the same keys in English and Hindi', () => {
    expect(Object.keys(hindi).sort()).toEqual(Object.keys(english).sort());
  });

  it('asks for the same parameters in both', () => {
    const differing = Object.keys(english).filter(
      (key) => paramsIn(english[key]).join() !== paramsIn(hindi[key]).join(),
    );
    expect(differing).toEqual([]);
  });

  it('has the plural categories its language uses, and no others', () => {
    const wrong = ownLanguages.flatMap((language) =>
      Object.entries(messages[language])
        .filter(([, message]) => typeof message === 'object' && !fits(Object.keys(message), language))
        .map(([key]) => `${language}.${key}`),
    );
    expect(wrong).toEqual([]);
  });

  it('says something in every message, in its own script', () => {
    const wrong = Object.entries(hindi).filter(
      ([key, message]) =>
        textsOf(message).some((text) => text.trim() === '') ||
        (!/[\u0900-\u097f]/.test(textsOf(message).join('')) && !isName(english[key])),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
});

function fits(categories: string[], language: OwnLanguage): boolean {
  const used = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return (
    categories.every((category) => used.includes(category as Intl.LDMLPluralRule)) &&
    used.every((category) => categories.includes(category))
  );
}

/** Names stay as they are in every language: Trikon, WhatsApp, A4. */
function isName(message: Catalogue[string] | undefined): boolean {
  return (
    message !== undefined &&
    textsOf(message).every((text) =>
      /^(Trikon|WhatsApp|Meta|API|CSV|ID|URL|A4|A6|{\w+}|[\s\W\d])+$/.test(text),
    )
  );
}

function textsOf(message: Catalogue[string]): string[] {
  return typeof message === 'string' ? [message] : Object.values(message);
}

function paramsIn(message: Catalogue[string] | undefined): string[] {
  const texts = message === undefined ? [] : textsOf(message);
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))),
  ].sort();
}
