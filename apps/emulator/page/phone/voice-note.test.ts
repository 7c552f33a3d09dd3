import { describe, expect, it } from 'vitest';
import { voiceNote } from './voice-note.ts';

const bytesOf = async (seconds: number): Promise<Buffer> =>
  Buffer.from(await voiceNote(seconds).arrayBuffer());

describe('a voice note from the page', () => {
  it('is OGG with Opus and one channel, as Meta asks of voice messages', async () => {
    const bytes = await bytesOf(3);
    expect(voiceNote(3).type).toBe('audio/ogg; codecs=opus');
    expect(bytes.subarray(0, 4).toString()).toBe('OggS');
    expect(bytes.subarray(28, 36).toString()).toBe('OpusHead');
    expect(bytes[37]).toBe(1);
  });

  it('ends after as long as was recorded', async () => {
    const bytes = await bytesOf(2.5);
    const lastPage = bytes.lastIndexOf('OggS');
    expect(bytes[lastPage + 5]).toBe(4);
    expect(Number(bytes.readBigUInt64LE(lastPage + 6)) / 48_000).toBe(2.5);
  });

  it('carries the checksum that players ask for', async () => {
    // Known from ffmpeg: the page of the tags, which never changes.
    const bytes = await bytesOf(1);
    const at = bytes.indexOf('OggS', 4);
    const page = Buffer.from(bytes.subarray(at, bytes.indexOf('OggS', at + 4)));
    const sum = page.readUInt32LE(22);
    page.writeUInt32LE(0, 22);
    expect(sum).toBe(crc(page));
  });
});

/** By long division of polynomials over the bits, another way than the page's. */
function crc(bytes: Buffer): number {
  const polynomial = 0x104c11db7n;
  let rest = BigInt(`0x${bytes.toString('hex')}`) << 32n;
  for (let shift = rest.toString(2).length - 33; shift >= 0; shift = rest.toString(2).length - 33) {
    rest ^= polynomial << BigInt(shift);
  }
  return Number(rest);
}
