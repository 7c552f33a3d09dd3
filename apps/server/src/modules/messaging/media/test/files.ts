import { deflateSync, crc32 } from 'node:zlib';

/** A picture of one colour, of any size: a large one is a few kilobytes, and a bomb for who opens it. */
export function png(width: number, height: number, claimed = { width, height }): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height, 0x7f);
  for (let row = 0; row < height; row++) rows[row * (width * 3 + 1)] = 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(claimed.width, 0);
  header.writeUInt32BE(claimed.height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

export const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 400]/Contents 4 0 R/Resources<<>>>>endobj
4 0 obj<</Length 28>>stream
1 0 0 rg 10 10 100 100 re f
endstream endobj
trailer<</Root 1 0 R>>
%%EOF`);

/** A voice note of so many milliseconds, as far as its first and last page say. */
export function opus(milliseconds: number): Buffer {
  const last = Buffer.alloc(28);
  last.write('OggS', 0, 'latin1');
  last.writeBigInt64LE(BigInt(milliseconds * 48), 6);
  return Buffer.concat([
    Buffer.from('OggS'),
    Buffer.alloc(24),
    Buffer.from('OpusHead\x01\x01'),
    Buffer.alloc(200),
    last,
  ]);
}

export const gifWithScript = Buffer.from('GIF89a/*\0\0\0\0*/=1;alert(document.domain)');
export const page = Buffer.from('<!DOCTYPE html><script>alert(1)</script>');
export const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
export const zip = Buffer.concat([
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.alloc(26),
  Buffer.from('evil.exe'),
]);
export const docx = Buffer.concat([
  Buffer.from('PK\x03\x04', 'latin1'),
  Buffer.alloc(26),
  Buffer.from('[Content_Types].xml…word/document.xml'),
]);
