import { expect, it } from 'vitest';
import { fromBase64, hexLines } from './hex-lines.ts';

it('shows bytes by where they are, which they are, and what of them can be read', () => {
  const bytes = fromBase64(
    Buffer.from([...Buffer.from('{"a":1}'), 0xff, 0, ...Buffer.from('0123456789')]).toString('base64'),
  );
  expect(hexLines(bytes).split('\n')).toEqual([
    '000000  7b 22 61 22 3a 31 7d ff 00 30 31 32 33 34 35 36  {"a":1}··0123456',
    '000010  37 38 39                                         789',
  ]);
});
