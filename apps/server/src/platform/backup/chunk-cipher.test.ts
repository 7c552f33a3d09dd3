import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { decryptChunks, encryptChunks } from './chunk-cipher.ts';

const options = { key: randomBytes(32), header: Buffer.from('header') };
const sealedChunk = 65_536 + 16;

async function* streamOf(...chunks: Buffer[]): AsyncGenerator<Buffer> {
  yield* chunks;
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const seal = (plain: Buffer): Promise<Buffer> => collect(encryptChunks(streamOf(plain), options));
const open = (sealed: Buffer, given = options): Promise<Buffer> =>
  collect(decryptChunks(streamOf(sealed), given));

test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
  '%i bytes come back as they were',
  async (size) => {
    const plain = randomBytes(size);
    const sealed = await seal(plain);
    expect((await open(sealed)).equals(plain)).toBe(true);
    // However the stream is cut into pieces on its way.
    const pieces = [...Array(Math.ceil(sealed.length / 777)).keys()].map((at) =>
      sealed.subarray(at * 777, (at + 1) * 777),
    );
    expect((await collect(decryptChunks(streamOf(...pieces), options))).equals(plain)).toBe(true);
  },
);

test('no chunk can be lost, moved, doubled or taken from elsewhere', async () => {
  const sealed = await seal(randomBytes(200_000));
  const chunks = [0, 1, 2, 3].map((at) => sealed.subarray(at * sealedChunk, (at + 1) * sealedChunk));
  const [first, second, third, last] = chunks as [Buffer, Buffer, Buffer, Buffer];
  const tampered = [
    [first, second, third],
    [first, third, last],
    [second, first, third, last],
    [first, first, second, third, last],
    [first, second, third, last, last],
    [first, second, third, last, Buffer.from([0])],
    [],
  ];
  for (const parts of tampered) {
    await expect(open(Buffer.concat(parts))).rejects.toThrow(/damaged/);
  }
  await expect(open(sealed, { ...options, header: Buffer.from('Header') })).rejects.toThrow(/damaged/);
  await expect(open(sealed, { ...options, key: randomBytes(32) })).rejects.toThrow(/damaged/);
});
