import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { largestOf, type MediaKind, problemWith, uploadTypes } from './kinds.ts';
import { sniff } from './sniff.ts';
import * as sample from './test/samples.ts';

const look = (bytes: Uint8Array) => sniff(Buffer.from(bytes));

describe('a file says by its first bytes', () => {
  test.each([
    ['image/jpeg', sample.jpeg()],
    ['image/png', sample.png()],
    ['image/webp', sample.webp()],
    ['audio/ogg', sample.opus()],
    ['application/ogg', sample.vorbis],
    ['video/mp4', sample.mp4],
    ['audio/mp4', sample.m4a],
    ['video/3gpp', sample.threeGp],
    ['audio/mpeg', sample.mp3],
    ['audio/mpeg', sample.rawMp3],
    ['audio/aac', sample.aac],
    ['audio/amr', sample.amr],
    ['application/pdf', sample.pdf],
    ['image/gif', Buffer.from('GIF89a....')],
    ['application/zip', Buffer.from('PK\x03\x04....')],
    ['text/plain', Buffer.from('नमस्ते')],
    ['application/octet-stream', Buffer.from([1, 0, 2, 0, 3])],
    ['application/octet-stream', new Uint8Array()],
  ])('that it is %s', (type, bytes) => {
    expect(look(bytes).found).toBe(type);
  });

  test('how large its picture is', () => {
    for (const bytes of [sample.png(800, 600), sample.jpeg(800, 600)])
      expect(look(bytes)).toMatchObject({ width: 800, height: 600 });
    for (const bytes of [sample.webp(), sample.lossyWebp(512), sample.losslessWebp(512)])
      expect(look(bytes)).toMatchObject({ width: 512, height: 512 });
  });

  test('whether it moves, and how many channels it has', () => {
    expect(look(sample.webp({ animated: true })).animated).toBe(true);
    expect(look(sample.webp()).animated).toBe(false);
    expect(look(sample.opus(2)).channels).toBe(2);
  });

  test('something, however it was cut or damaged', () => {
    const all = Object.values(sample).map((one) => (typeof one === 'function' ? one(512) : one));
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.nat(60),
        fc.uint8Array({ maxLength: 40 }),
        (bytes, cut, noise) => {
          const damaged = Buffer.concat([bytes.subarray(0, cut), noise]);
          expect(typeof sniff(damaged).found).toBe('string');
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('a file may be sent', () => {
  const problem = (kind: MediaKind, mime: string, bytes: Uint8Array, size = bytes.length): string | null =>
    problemWith({ mime, size, traits: look(bytes) }, kind);

  test('as what it is', () => {
    expect(problem('image', 'image/jpeg', sample.jpeg())).toBeNull();
    expect(problem('image', 'IMAGE/PNG; x=1', sample.png())).toBeNull();
    expect(problem('video', 'video/mp4', sample.mp4)).toBeNull();
    expect(problem('audio', 'audio/ogg; codecs=opus', sample.opus())).toBeNull();
    expect(problem('audio', 'audio/mp4', sample.mp4)).toBeNull();
    expect(problem('sticker', 'image/webp', sample.webp())).toBeNull();
    expect(problem('document', 'application/pdf', sample.pdf)).toBeNull();
  });

  test('as a document, whatever it is', () => {
    expect(problem('document', 'image/webp', sample.webp(), 90_000_000)).toBeNull();
    expect(problem('document', 'application/x-anything', Buffer.from('x'))).toBeNull();
    expect(problem('document', 'text/plain', Buffer.from('x'), 104_857_601)).toContain('larger than');
  });

  test.each([
    ['a sticker as an image', 'image', 'image/webp', sample.webp(), 'Unsupported Image mime type image/webp'],
    ['a film as a sound', 'audio', 'video/mp4', sample.mp4, 'Unsupported Audio mime type video/mp4'],
    [
      'a WebP that says it is a JPEG',
      'image',
      'image/jpeg',
      sample.webp(),
      'on processing it is of type image/webp',
    ],
    ['Ogg with Vorbis', 'audio', 'audio/ogg', sample.vorbis, 'on processing it is of type application/ogg'],
    ['Opus in stereo', 'audio', 'audio/ogg', sample.opus(2), 'one channel'],
    ['a sticker of another size', 'sticker', 'image/webp', sample.webp({ size: 300 }), '512 x 512'],
  ] as const)('but not %s', (_, kind, mime, bytes, reason) => {
    expect(problem(kind, mime, bytes)).toContain(reason);
  });

  test.each([
    ['image', 'image/png', sample.png(), 5_242_880],
    ['video', 'video/mp4', sample.mp4, 16_777_216],
    ['audio', 'audio/aac', sample.aac, 16_777_216],
    ['sticker', 'image/webp', sample.webp(), 102_400],
    ['sticker', 'image/webp', sample.webp({ animated: true }), 512_000],
    ['document', 'application/pdf', sample.pdf, 104_857_600],
  ] as const)('up to its size: %s of %s', (kind, mime, bytes, largest) => {
    expect(problem(kind, mime, bytes, largest)).toBeNull();
    expect(problem(kind, mime, bytes, largest + 1)).toContain('larger than');
  });
});

test('uploads may be of nineteen types, each up to the size of its kind', () => {
  expect(uploadTypes).toHaveLength(19);
  expect(largestOf('image/jpeg')).toBe(5_242_880);
  expect(largestOf('image/webp')).toBe(512_000);
  expect(largestOf('text/plain; charset=utf-8')).toBe(104_857_600);
});
