import { describe, expect, it } from 'vitest';
import { formatDate, formatRelative } from './format-date.ts';
import { formatMicros, formatMoney, formatNumber, formatPercent, formatShort } from './format-number.ts';
import { defaultLocale } from './locale.ts';

const abroad = { ...defaultLocale, grouping: 'international' as const };
const hindi = { ...defaultLocale, language: 'hi' };

describe('numbers', () => {
  it('are grouped by lakh and crore in India and by thousands elsewhere', () => {
    expect(formatNumber(12_500_000, defaultLocale)).toBe('1,25,00,000');
    expect(formatNumber(12_500_000, abroad)).toBe('12,500,000');
  });

  it('keep Latin digits in Hindi, as Indian screens do', () => {
    expect(formatNumber(125_000, hindi)).toBe('1,25,000');
  });

  it('shorten to lakh and crore', () => {
    expect([1200, 125_000, 34_000_000].map((value) => formatShort(value, defaultLocale))).toEqual([
      '1.2K',
      '1.3L',
      '3.4Cr',
    ]);
  });

  it('show shares', () => {
    expect(formatPercent(0.954, defaultLocale)).toBe('95.4%');
  });
});

describe('money', () => {
  it('drops paise that are none, and never rounds paise away', () => {
    expect(formatMoney({ minor: 12_500_000, currency: 'INR' }, defaultLocale)).toBe('₹1,25,000');
    expect(formatMoney({ minor: 12_500_050, currency: 'INR' }, defaultLocale)).toBe('₹1,25,000.50');
  });

  it('shows prices of single messages to the last millionth', () => {
    expect(formatMicros(115_000, 'INR', defaultLocale)).toBe('₹0.115');
    expect(formatMicros(880_000, 'INR', defaultLocale)).toBe('₹0.88');
    expect(formatMicros(0, 'INR', defaultLocale)).toBe('₹0.00');
  });

  it('knows currencies of other or no decimals', () => {
    expect(formatMoney({ minor: 1500, currency: 'JPY' }, abroad)).toBe('¥1,500');
    expect(formatMoney({ minor: 1500, currency: 'KWD' }, abroad)).toContain('1.500');
  });
});

describe('times', () => {
  const now = new Date('2026-11-21T06:30:00Z');
  const before = (seconds: number) =>
    formatRelative(new Date(now.getTime() - seconds * 1000), now, defaultLocale);

  it('are told by distance for a week, then by date', () => {
    expect([5, 200, 7200, 100_000, 10 * 86_400, 400 * 86_400].map(before)).toEqual([
      'now',
      '3 min ago',
      '2 hr ago',
      'yesterday',
      '11 Nov',
      '17 Oct 2025',
    ]);
  });

  it('are shown in the zone of the workspace, not of the device', () => {
    expect(formatDate(new Date('2026-11-20T20:00:00Z'), 'dayTime', defaultLocale)).toBe('21 Nov, 1:30 am');
    expect(
      formatDate(new Date('2026-11-20T20:00:00Z'), 'dayTime', { ...defaultLocale, zone: 'Asia/Dubai' }),
    ).toBe('21 Nov, 12:00 am');
  });

  it('are said in Hindi', () => {
    expect(formatRelative(new Date(now.getTime() - 180_000), now, hindi)).toBe('3 मि॰ पहले');
  });
});
