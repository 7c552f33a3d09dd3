/**
 * A voice note that WhatsApp would accept, made from nothing: OGG with Opus, one channel, silent (RFC 7845, and the
 * page checksum of RFC 3533).
 */
export function voiceNote(seconds: number): Blob {
  const frames = Math.max(1, Math.round(seconds * framesPerSecond));
  const pages = [page(0, first, 0, [head()]), page(1, 0, 0, [tags()])];
  for (let from = 0; from < frames; from += framesPerSecond) {
    const count = Math.min(framesPerSecond, frames - from);
    const end = from + count >= frames ? last : 0;
    pages.push(page(pages.length, end, (from + count) * samplesPerFrame, Array(count).fill(silence)));
  }
  return new Blob(pages, { type: 'audio/ogg; codecs=opus' });
}

const [first, last] = [2, 4];
const framesPerSecond = 50;
const samplesPerFrame = 960;
/** Twenty milliseconds of nothing. */
const silence = Uint8Array.of(0xf8, 0xff, 0xfe);

function head(): Uint8Array<ArrayBuffer> {
  const packet = new Uint8Array(19);
  packet.set(new TextEncoder().encode('OpusHead'));
  packet.set([1, 1], 8);
  new DataView(packet.buffer).setUint32(12, 48_000, true);
  return packet;
}

function tags(): Uint8Array<ArrayBuffer> {
  const packet = new Uint8Array(16);
  packet.set(new TextEncoder().encode('OpusTags'));
  return packet;
}

function page(
  number: number,
  flags: number,
  position: number,
  packets: Uint8Array[],
): Uint8Array<ArrayBuffer> {
  const length = packets.reduce((sum, packet) => sum + packet.length, 0);
  const bytes = new Uint8Array(27 + packets.length + length);
  const fields = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('OggS'));
  bytes[5] = flags;
  fields.setBigUint64(6, BigInt(position), true);
  fields.setUint32(14, 1, true);
  fields.setUint32(18, number, true);
  bytes[26] = packets.length;
  let at = 27 + packets.length;
  packets.forEach((packet, index) => {
    bytes[27 + index] = packet.length;
    bytes.set(packet, at);
    at += packet.length;
  });
  fields.setUint32(22, checksum(bytes), true);
  return bytes;
}

function checksum(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte << 24;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 0x80000000 ? (sum << 1) ^ 0x04c11db7 : sum << 1;
  }
  return sum >>> 0;
}
