import { expect, test } from 'vitest';
import { GraphError } from '../graph/errors.ts';
import { readPicture } from './picture.ts';

/** The beginning of a JPEG of a size: a marker with data, then the frame. */
function jpeg(width: number, height: number, length = 40): Uint8Array {
  const bytes = new Uint8Array(length);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8]);
  bytes.set([height >> 8, height & 255, width >> 8, width & 255], 13);
  return bytes;
}

test.each([
  [640, 640, undefined],
  [192, 192, undefined],
  [191, 191, 131210],
  [640, 480, 131209],
])('a picture of %i by %i has the error %s', (width, height, code) => {
  const picture = readPicture(jpeg(width, height));
  expect(picture.error?.code).toBe(code);
  expect(picture.sha256).toHaveLength(44);
});

test.each([
  ['no bytes', new Uint8Array()],
  ['no JPEG', new TextEncoder().encode('GIF89a and some more bytes')],
  ['a cut JPEG', jpeg(640, 640).subarray(0, 12)],
  ['more than 5 MB', jpeg(640, 640, 5 * 1024 * 1024 + 1)],
])('%s is refused at once', (_, bytes) => {
  expect(() => readPicture(bytes)).toThrow(GraphError);
});
