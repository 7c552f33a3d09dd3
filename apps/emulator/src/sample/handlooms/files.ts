import { deflateSync } from 'node:zlib';
import { chunk } from '../../accounts/numbers/qr-image.ts';
import type { Media } from '../../media/media.ts';
import type { JsonObject } from '../../world/json.ts';

/** Files that talks show, by the type of their messages; each as the wire names it. */
export type Shelf = Record<'image' | 'audio' | 'document', JsonObject[]>;

/** Puts real files into the world, so that whoever gets their ids can download them. */
export async function fillShelf(media: Media): Promise<Shelf> {
  const keep = async (bytes: Uint8Array, mime: string): Promise<JsonObject> => {
    const { id, sha256 } = await media.files.keep({ parts: [bytes], mime });
    return { id, mime_type: mime, sha256: Buffer.from(sha256, 'hex').toString('base64') };
  };
  const image: JsonObject[] = [];
  for (const [place, colors] of palettes.entries())
    image.push(await keep(weave(colors, place + 3), 'image/png'));
  return {
    image,
    audio: [await keep(silence(), 'audio/mpeg')],
    document: [await keep(bill(), 'application/pdf')],
  };
}

type Color = [red: number, green: number, blue: number];

/** Ground, border, and the two colours of the figure: turmeric, indigo, madder, lamp black. */
const palettes: Color[][] = [
  [
    [246, 235, 210],
    [178, 34, 52],
    [20, 20, 24],
    [226, 160, 32],
  ],
  [
    [250, 214, 110],
    [24, 62, 120],
    [178, 34, 52],
    [20, 20, 24],
  ],
  [
    [238, 226, 236],
    [32, 104, 72],
    [200, 80, 30],
    [24, 62, 120],
  ],
  [
    [30, 44, 84],
    [226, 160, 32],
    [246, 235, 210],
    [178, 34, 52],
  ],
  [
    [222, 238, 226],
    [120, 30, 80],
    [32, 104, 72],
    [226, 160, 32],
  ],
];

const [width, height] = [480, 360];

/** A painted cloth: a border of triangles around rows of lotus flowers. */
function weave(colors: Color[], petals: number): Uint8Array {
  const rows: Buffer[] = [];
  for (let y = 0; y < height; y++) {
    const row = Buffer.alloc(1 + width * 3);
    for (let x = 0; x < width; x++) row.set(colors[threadAt(x, y, petals)] ?? [0, 0, 0], 1 + x * 3);
    rows.push(row);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk('IDAT', deflateSync(Buffer.concat(rows)));
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', head), data, chunk('IEND', Buffer.alloc(0))]),
  );
}

function threadAt(x: number, y: number, petals: number): number {
  const edge = Math.min(x, y, width - 1 - x, height - 1 - y);
  if (edge < 30) return edge < 6 || (edge + Math.abs(((x + y) % 24) - 12)) % 18 < 9 ? 1 : 3;
  const [dx, dy] = [((x - 30) % 105) - 52, ((y - 30) % 100) - 50];
  const distance = Math.hypot(dx, dy);
  const reach = 26 + 14 * Math.cos(petals * Math.atan2(dy, dx));
  if (distance < 8) return 1;
  if (distance < reach) return distance > reach - 5 ? 2 : 3;
  return 0;
}

/** Two seconds of nothing: a frame of MPEG audio at 128 kbit/s whose samples are all zero, 76 times. */
function silence(): Uint8Array {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0x64]);
  return new Uint8Array(Buffer.concat(Array<Buffer>(76).fill(frame)));
}

function bill(): Uint8Array {
  const line = 'BT /F 16 Tf 60 760 Td (Madhubani Handlooms, tax invoice) Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${line.length}>>stream\n${line}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
  ];
  const body = objects.map((object, place) => `${place + 1} 0 obj${object}endobj\n`).join('');
  return new Uint8Array(Buffer.from(`%PDF-1.4\n${body}trailer<</Size 6/Root 1 0 R>>\n%%EOF\n`));
}
