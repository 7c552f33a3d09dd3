import type { WorldRoutes } from '../door/world-door.ts';
import { WorldRefusal } from '../door/world-door.ts';
import { sightOf, type Media } from './media.ts';
import { serveFile } from './serve-file.ts';

/** What a phone picks, and the files that it shows. */
export const mediaRoutes = (media: Media): WorldRoutes => ({
  async 'POST /world/media'({ bytes, type, query }) {
    if (bytes.length === 0) throw new WorldRefusal('The body must be the file.');
    const name = query.get('name');
    const mime = type || 'application/octet-stream';
    return sightOf(await media.files.keep({ parts: [bytes], mime, ...(name && { name }) }));
  },
  async 'GET /world/media/:id'({ params, request, response }) {
    const file = media.fileOf(params.id ?? '');
    if (!file) throw new WorldRefusal(`There is no media ${params.id}.`, 404);
    await serveFile({ path: media.files.pathOf(file), mime: file.mime }, request, response);
  },
});
