import { expect, it } from 'vitest';
import { safeDestination } from './safe-destination.ts';

const origin = 'https://chat.suratsilks.in';

it.each([
  ['/w/3f2a9c41/members?role=agent#row', '/w/3f2a9c41/members?role=agent#row'],
  ['/', '/'],
])('leads back to %s', (to, destination) => {
  expect(safeDestination(to, origin)).toBe(destination);
});

it.each([
  undefined,
  '',
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example',
  'javascript:alert(1)',
  'w/3f2a9c41',
  '/sign-in?to=/sign-in',
  '/set-up',
])('leads home instead of to %s', (to) => {
  expect(safeDestination(to, origin)).toBe('/');
});
