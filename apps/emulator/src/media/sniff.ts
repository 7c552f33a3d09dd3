/** What the bytes of a file say of themselves, whatever it was called. */
export interface Traits {
  /** MIME type by content; of documents only what can be told from the beginning. */
  found: string;
  width?: number;
  height?: number;
  animated?: boolean;
  /** Of an Opus sound: 1 is mono. */
  channels?: number;
}

type Look = (head: Buffer) => Traits | null;

/** Tells the type of a file by its first bytes; 64 KB are enough for all that is asked. */
export function sniff(head: Buffer): Traits {
  for (const look of head.length < 4 ? [] : looks) {
    const traits = look(head);
    if (traits) return traits;
  }
  const isText = head.length > 0 && !head.includes(0);
  return { found: isText ? 'text/plain' : 'application/octet-stream' };
}

const startsWith = (head: Buffer, text: string, at = 0): boolean =>
  head.toString('latin1', at, at + text.length) === text;

const plain =
  (found: string, ...beginnings: string[]): Look =>
  (head) =>
    beginnings.some((text) => startsWith(head, text)) ? { found } : null;

const looks: Look[] = [
  (head) => (startsWith(head, '\xff\xd8\xff') ? { found: 'image/jpeg', ...sizeOfJpeg(head) } : null),
  (head) => (startsWith(head, '\x89PNG\r\n\x1a\n') && head.length >= 24 ? sizeOfPng(head) : null),
  (head) => (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8) ? traitsOfWebp(head) : null),
  (head) => (startsWith(head, 'ftyp', 4) ? { found: typeOfBrand(head.toString('latin1', 8, 12)) } : null),
  (head) => (startsWith(head, 'OggS') ? traitsOfOgg(head) : null),
  plain('image/gif', 'GIF87a', 'GIF89a'),
  plain('audio/amr', '#!AMR'),
  plain('audio/mpeg', 'ID3'),
  // The same eleven bits begin AAC and MP3; two bits further on they part.
  (head) => ((head.readUInt16BE(0) & 0xfff6) === 0xfff0 ? { found: 'audio/aac' } : null),
  (head) => ((head.readUInt16BE(0) & 0xffe0) === 0xffe0 ? { found: 'audio/mpeg' } : null),
  plain('application/pdf', '%PDF-'),
  plain('application/zip', 'PK\x03\x04'),
  plain('application/x-ole-storage', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
];

const sizeOfPng = (head: Buffer): Traits => ({
  found: 'image/png',
  width: head.readUInt32BE(16),
  height: head.readUInt32BE(20),
});

/** Goes from one segment to the next until one tells the size. */
function sizeOfJpeg(head: Buffer): { width?: number; height?: number } {
  for (let at = 2; at + 9 < head.length && head[at] === 0xff;) {
    const marker = head.readUInt8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) };
    at += 2 + head.readUInt16BE(at + 2);
  }
  return {};
}

/** Three forms: extended, which may be animated, lossless, and the plain one. */
function traitsOfWebp(head: Buffer): Traits {
  const found = 'image/webp';
  if (head.length < 30) return { found };
  if (startsWith(head, 'VP8X', 12)) {
    const animated = (head.readUInt8(20) & 2) !== 0;
    return { found, animated, width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  }
  if (startsWith(head, 'VP8L', 12)) {
    const bits = head.readUInt32LE(21);
    return { found, animated: false, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  return {
    found,
    animated: false,
    width: head.readUInt16LE(26) & 0x3fff,
    height: head.readUInt16LE(28) & 0x3fff,
  };
}

function typeOfBrand(brand: string): string {
  if (brand.startsWith('3g')) return 'video/3gpp';
  return brand.startsWith('M4A') ? 'audio/mp4' : 'video/mp4';
}

function traitsOfOgg(head: Buffer): Traits {
  const at = head.subarray(0, 200).indexOf('OpusHead');
  if (at < 0 || at + 9 >= head.length) return { found: 'application/ogg' };
  return { found: 'audio/ogg', channels: head.readUInt8(at + 9) };
}
