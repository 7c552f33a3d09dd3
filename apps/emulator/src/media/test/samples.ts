/** The smallest files that are what they say, without a single pixel or sound of substance. */
const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  );

const big = (value: number, size: number): number[] =>
  Array.from({ length: size }, (_, at) => (value >>> (8 * (size - 1 - at))) & 0xff);

const little = (value: number, size: number): number[] => big(value, size).toReversed();

export const png = (width = 4, height = 3): Uint8Array =>
  bytes('\x89PNG\r\n\x1a\n', big(13, 4), 'IHDR', big(width, 4), big(height, 4), [8, 6, 0, 0, 0]);

export const jpeg = (width = 640, height = 480): Uint8Array =>
  bytes(
    [0xff, 0xd8, 0xff, 0xe0],
    big(16, 2),
    'JFIF\0'.padEnd(14, '\0'),
    [0xff, 0xc0],
    big(17, 2),
    [8],
    big(height, 2),
    big(width, 2),
    '\x03'.padEnd(12, '\0'),
  );

export const webp = ({ size = 512, animated = false, length = 60 } = {}): Uint8Array =>
  bytes(
    'RIFF',
    little(length - 8, 4),
    'WEBPVP8X',
    little(10, 4),
    [animated ? 2 : 0, 0, 0, 0],
    little(size - 1, 3),
    little(size - 1, 3),
    Array<number>(length - 30).fill(0),
  );

export const lossyWebp = (size: number): Uint8Array =>
  bytes(
    'RIFF',
    little(40, 4),
    'WEBPVP8 ',
    little(20, 4),
    [0, 0, 0, 0x9d, 0x01, 0x2a],
    little(size, 2),
    little(size, 2),
    [0, 0],
  );

export const losslessWebp = (size: number): Uint8Array =>
  bytes(
    'RIFF',
    little(40, 4),
    'WEBPVP8L',
    little(20, 4),
    [0x2f],
    little((size - 1) | ((size - 1) << 14), 4),
    Array<number>(8).fill(0),
  );

export const opus = (channels = 1): Uint8Array =>
  bytes('OggS', Array<number>(24).fill(0), 'OpusHead', [1, channels], Array<number>(20).fill(0));

export const vorbis = bytes('OggS', Array<number>(24).fill(0), '\x01vorbis', Array<number>(20).fill(0));
export const mp4 = bytes([0, 0, 0, 24], 'ftypisom', Array<number>(16).fill(0));
export const m4a = bytes([0, 0, 0, 24], 'ftypM4A ', Array<number>(16).fill(0));
export const threeGp = bytes([0, 0, 0, 24], 'ftyp3gp4', Array<number>(16).fill(0));
export const mp3 = bytes('ID3\x04\0\0\0\0\0\0');
export const rawMp3 = bytes([0xff, 0xfb, 0x90, 0x00]);
export const aac = bytes([0xff, 0xf1, 0x50, 0x80]);
export const amr = bytes('#!AMR\n\0\0');
export const pdf = bytes('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
