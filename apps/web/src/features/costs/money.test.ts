import { expect, it } from 'vitest';
import { defaultLocale as india } from '../../i18n/locale.ts';
import { priceText, signOf, sumText, toMicros, toUnits } from './money.ts';

it('writes sums in whole paise and Indian groups', () => {
  expect(sumText(125_000_000_000, 'INR', india)).toBe('₹1,25,000');
  expect(sumText(12_345_600, 'INR', india)).toBe('₹12.35');
  expect(sumText(0, 'INR', india)).toBe('₹0');
  expect(sumText(-3_450_000, 'INR', india)).toBe('-₹3.45');
  expect(sumText(1_500_000, 'JPY', india)).toBe('¥2');
});

it('does not call a little nothing', () => {
  expect(sumText(1_200, 'INR', india)).toBe('₹0.0012');
});

it('writes the price of one message with four decimals, and with more where there are more', () => {
  expect(priceText(115_000, 'INR', india)).toBe('₹0.1150');
  expect(priceText(863_100, 'INR', india)).toBe('₹0.8631');
  expect(priceText(114_999, 'INR', india)).toBe('₹0.114999');
});

it('keeps what people type exactly', () => {
  expect(toMicros(0.1 + 0.2)).toBe(300_000);
  expect(toMicros(0.8631)).toBe(863_100);
  expect(toUnits(toMicros(1_25_000.5))).toBe(1_25_000.5);
  expect([signOf('INR'), signOf('USD'), signOf('AED')]).toEqual(['₹', '$', 'AED']);
});
