import type { Example } from './example.ts';

/** The smallest picture there is: one pixel, as PNG. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const media: Example[] = [
  {
    call: 'POST /{Phone-Number-ID}/media',
    says: 'uploads a picture',
    form: {
      messaging_product: 'whatsapp',
      type: 'image/png',
      file: { name: 'kanjivaram.png', type: 'image/png', text: atob(pixel) },
    },
    keep: { media: 'id' },
  },
  { call: 'GET /{Media-ID}', says: 'reads where the picture lies', keep: { mediaUrl: 'url' } },
  { call: 'GET /{Media-URL}', says: 'downloads the picture' },
];

export const mediaEnd: Example[] = [{ call: 'DELETE /{Media-ID}', says: 'deletes the picture' }];
