import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countdown,
  dayOf,
  initialOf,
  isBigEmoji,
  lengthOf,
  phoneNumber,
  priceOf,
  shortWhen,
  sizeOf,
  timeOf,
} from './format.ts';

const noon = new Date(2026, 9, 14, 12, 5).getTime();
const day = 86_400_000;

describe('how a phone writes', () => {
  it('writes prices in Indian grouping, and paise only when there are some', () => {
    expect(priceOf({ minor: 12_500_000, currency: 'INR' })).toBe('₹1,25,000');
    expect(priceOf({ minor: 79_950, currency: 'INR' })).toBe('₹799.50');
    expect(priceOf({ minor: 0, currency: 'INR' }, 'hi')).toBe('₹0');
  });

  it('groups Indian numbers as people say them, and others from their end', () => {
    expect(phoneNumber('919876543210')).toBe('+91 98765 43210');
    expect(phoneNumber('16505551234')).toBe('+16 505 551 234');
  });

  it('loses no digit of a number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{5,15}$/), (digits) => {
        expect(phoneNumber(digits).replace(/\D/g, '')).toBe(digits);
      }),
    );
  });

  it('says today and yesterday, then the weekday, then the date', () => {
    expect(dayOf(noon, noon, 'en')).toBe('Today');
    expect(dayOf(noon - day, noon, 'en')).toBe('Yesterday');
    expect(dayOf(noon - day, noon, 'hi')).toBe('कल');
    expect(dayOf(noon - 3 * day, noon, 'en')).toBe('Sunday');
    expect(dayOf(noon - 30 * day, noon, 'en')).toBe('14 September 2026');
  });

  it('names the time in the list while it is today', () => {
    expect(timeOf(noon, 'en')).toBe('12:05 pm');
    expect(shortWhen(noon, noon, 'en')).toBe('12:05 pm');
    expect(shortWhen(noon - day, noon, 'en')).toBe('Yesterday');
    expect(shortWhen(noon - 40 * day, noon, 'en')).toMatch(/^\d/);
  });

  it('counts an offer down and stops at nothing', () => {
    expect(countdown(3_723_000)).toBe('01:02:03');
    expect(countdown(2 * day + 1000)).toBe('2d 00:00:01');
    expect(countdown(-5)).toBe('00:00:00');
  });

  it('writes lengths and sizes', () => {
    expect(lengthOf(64.6)).toBe('1:05');
    expect([sizeOf(900), sizeOf(240_000), sizeOf(3_400_000)]).toEqual(['900 B', '234 KB', '3.2 MB']);
  });

  it('begins a name at its first letter in any script', () => {
    expect([initialOf('~Asha'), initialOf('रमेश'), initialOf('+91'), initialOf('')]).toEqual([
      'A',
      'र',
      '9',
      '?',
    ]);
  });

  it('draws one to three emoji large, and no text', () => {
    expect(['👍', '🙏🏽 🎉', '👨‍👩‍👧'].every(isBigEmoji)).toBe(true);
    expect(['ok 👍', '👍👍👍👍', '1', 'ठीक'].some(isBigEmoji)).toBe(false);
  });
});
