import { expect, it } from 'vitest';
import { isFromMeta } from './meta-sdk.ts';

const meta = 'https://connect.facebook.net/en_US/sdk.js';
const emulator = 'http://127.0.0.1:4200/en_US/sdk.js';

it.each([
  ['https://www.facebook.com', meta, true],
  ['https://facebook.com', meta, true],
  ['http://www.facebook.com', meta, false],
  ['https://evilfacebook.com', meta, false],
  ['https://facebook.com.evil.example', meta, false],
  ['null', meta, false],
  ['http://127.0.0.1:4200', emulator, true],
  ['https://www.facebook.com', emulator, false],
  ['http://127.0.0.1:4201', emulator, false],
])('a message from %s with the script of %s is Meta’s: %s', (origin, sdkUrl, expected) => {
  expect(isFromMeta(origin, sdkUrl)).toBe(expected);
});
