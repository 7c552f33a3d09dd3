import { crc32, deflateSync } from 'node:zlib';
import { encode, renderSVG } from 'uqr';

export const drawSvg = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(renderSVG(text, { border: 4, pixelSize: 8 })));

const scale = 8;

/** A PNG with one bit for each pixel: eight of them are a byte, and so is one module of the code. */
export function drawPng(text: string): Uint8Array {
  const { data, size } = encode(text, { border: 4 });
  const rows = data.flatMap((row) => {
    const line = Buffer.from([0, ...row.map((dark) => (dark ? 0x00 : 0xff))]);
    return Array<Buffer>(scale).fill(line);
  });
  const side = size * scale;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head[8] = 1;
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.concat(rows))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

export function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
