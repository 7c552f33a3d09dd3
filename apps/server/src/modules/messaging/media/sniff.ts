/** What the bytes of a file say of themselves, whatever it was called. */
export interface Traits {
  mime: string;
  width?: number;
  height?: number;
  animated?: boolean;
}

/** So much of the beginning is looked at. */
export const headBytes = 65_536;

type Look = (head: Buffer) => Traits | null;

/** Tells the type of a file by its first bytes. What is not known is bytes, or text when it can be read as text. */
export function sniff(head: Buffer): Traits {
  for (const look of head.length < 4 ? [] : looks) {
    const traits = look(head);
    if (traits) return traits;
  }
  return { mime: textType(head) };
}

const startsWith = (head: Buffer, text: string, at = 0): boolean =>
  head.toString('latin1', at, at + text.length) === text;

const plain =
  (mime: string, ...beginnings: string[]): Look =>
  (head) =>
    beginnings.some((text) => startsWith(head, text)) ? { mime } : null;

const looks: Look[] = [
  (head) => (startsWith(head, '\xff\xd8\xff') ? { mime: 'image/jpeg', ...sizeOfJpeg(head) } : null),
  (head) => (startsWith(head, '\x89PNG\r\n\x1a\n') && head.length >= 24 ? sizeOfPng(head) : null),
  (head) => (startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8) ? traitsOfWebp(head) : null),
  (head) => (startsWith(head, 'ftyp', 4) ? { mime: typeOfBrand(head.toString('latin1', 8, 12)) } : null),
  (head) =>
    startsWith(head, 'OggS') ? { mime: head.includes('OpusHead') ? 'audio/ogg' : 'application/ogg' } : null,
  plain('image/gif', 'GIF87a', 'GIF89a'),
  plain('audio/amr', '#!AMR'),
  plain('audio/mpeg', 'ID3'),
  // The same eleven bits begin AAC and MP3; two bits further on they part.
  (head) => ((head.readUInt16BE(0) & 0xfff6) === 0xfff0 ? { mime: 'audio/aac' } : null),
  (head) =>
    head[0] === 0xff && (head.readUInt16BE(0) & 0xffe0) === 0xffe0 && head[1] !== 0xff && head[1] !== 0xfe
      ? { mime: 'audio/mpeg' }
      : null,
  plain('application/pdf', '%PDF-'),
  (head) => (startsWith(head, 'PK\x03\x04') ? { mime: typeOfZip(head) } : null),
  plain('application/x-ole-storage', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
];

const sizeOfPng = (head: Buffer): Traits => ({
  mime: 'image/png',
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
  const mime = 'image/webp';
  if (head.length < 30) return { mime };
  if (startsWith(head, 'VP8X', 12)) {
    const animated = (head.readUInt8(20) & 2) !== 0;
    return { mime, animated, width: head.readUIntLE(24, 3) + 1, height: head.readUIntLE(27, 3) + 1 };
  }
  if (startsWith(head, 'VP8L', 12)) {
    const bits = head.readUInt32LE(21);
    return { mime, animated: false, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  const [width, height] = [head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff];
  return { mime, animated: false, width, height };
}

function typeOfBrand(brand: string): string {
  if (/^(?:avif|avis|heic|heix|mif1|msf1)$/.test(brand)) return 'image/heif';
  if (brand.startsWith('3g')) return 'video/3gpp';
  return brand.startsWith('M4A') ? 'audio/mp4' : 'video/mp4';
}

const office = 'application/vnd.openxmlformats-officedocument.';
const folders: [string, string][] = [
  ['word/', `${office}wordprocessingml.document`],
  ['xl/', `${office}spreadsheetml.sheet`],
  ['ppt/', `${office}presentationml.presentation`],
];

/** An office document is a zip whose first entries say so; a zip that is only called one does not. */
function typeOfZip(head: Buffer): string {
  if (!head.includes('[Content_Types].xml')) return 'application/zip';
  return folders.find(([folder]) => head.includes(folder))?.[1] ?? 'application/zip';
}

const markup = /<(?:!doctype\s+html|html|head|body|script|iframe|svg|\?xml)/i;

function textType(head: Buffer): string {
  if (head.length === 0 || head.includes(0)) return 'application/octet-stream';
  const text = head.toString('utf8');
  if (!markup.test(text)) return 'text/plain';
  return /<svg/i.test(text) ? 'image/svg+xml' : 'text/html';
}
