import type { LintRule } from '../rule.ts';

export const altTextMissing: LintRule = {
  code: 'alt_text_missing',
  severity: 'advice',
  explanation: {
    en: 'Who cannot see the picture, or has not loaded it yet, is told nothing.',
    hi: 'जो चित्र देख नहीं सकते, या जिनके यहाँ वह अभी खुला नहीं, उन्हें कुछ पता नहीं चलता।',
  },
  fix: {
    en: 'Say in a few words what it shows.',
    hi: 'कुछ शब्दों में बताएँ कि उसमें क्या है।',
  },
  finds: ({ media }) =>
    media
      .filter(({ format, altText }) => seen.has(format) && (altText ?? '').trim() === '')
      .map(({ path }) => ({ path })),
};

const seen = new Set(['IMAGE', 'VIDEO', 'GIF']);
