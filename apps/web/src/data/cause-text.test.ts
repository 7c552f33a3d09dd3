import { expect, it } from 'vitest';
import { causeText } from './cause-text.ts';

it('reads what somebody named as the cause', () => {
  expect(causeText('api:order%20SS-2481::')).toBe('order SS-2481');
  expect(causeText('flow:welcome:day%202:01a1ff0e')).toBe('welcome · day 2');
});

it('shows what it cannot read as it is', () => {
  expect(causeText('odd')).toBe('odd');
  expect(causeText('api:100%::')).toBe('100%');
});
