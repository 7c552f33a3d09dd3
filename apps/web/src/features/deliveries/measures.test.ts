import { expect, it } from 'vitest';
import type { Locale } from '../../i18n/locale.ts';
import { sizeText, spanText } from './measures.ts';

const english = { language: 'en', zone: 'Asia/Kolkata', grouping: 'indian' } as Locale;

it('says a size by the unit that fits it', () => {
  expect([3, 999, 1_240, 3_145_728].map((bytes) => sizeText(bytes, english))).toEqual([
    '3 bytes',
    '999 bytes',
    '1.2 kB',
    '3.1 MB',
  ]);
});

it('says how long something took as a person would', () => {
  const spans = [-4, 84, 1_400, 90_000, 5_400_000, 200_000_000].map((span) => spanText(span, english));
  expect(spans).toEqual(['0 ms', '84 ms', '1.4 secs', '1.5 mins', '1.5 hrs', '2.3 days']);
});
