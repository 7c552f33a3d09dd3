import { expect, it } from 'vitest';
import { zonedInstant } from './zoned-instant.ts';

it('begins a day where the workspace is', () => {
  expect(zonedInstant('2026-11-21', 'Asia/Kolkata')).toBe('2026-11-20T18:30:00.000Z');
  expect(zonedInstant('2026-11-21', 'UTC')).toBe('2026-11-21T00:00:00.000Z');
  expect(zonedInstant('2026-11-21', 'America/New_York')).toBe('2026-11-21T05:00:00.000Z');
});

it('minds the nights on which clocks are changed', () => {
  expect(zonedInstant('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  expect(zonedInstant('2026-03-30', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z');
});
