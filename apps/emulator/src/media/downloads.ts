import type { IncomingMessage, RequestListener } from 'node:http';
import { authorise, holderOf } from '../graph/access.ts';
import { splitAddress } from '../graph/address.ts';
import { GraphError } from '../graph/errors.ts';
import { bearerOf } from '../graph/graph.ts';
import type { StoredFile } from './files.ts';
import type { Media } from './media.ts';
import { serveFile, serveNothing } from './serve-file.ts';
import { signLink } from './signed-link.ts';

const publicPath = '/lookaside/v/';

/**
 * Where media are downloaded, as from Meta's host of that name. It is not Graph: there is no envelope, and whatever is
 * wrong with the token or the link is 404. Examples and profile pictures are for everybody.
 */
export function createDownloads(media: Media): RequestListener {
  const { world } = media.emulator;
  return (request, response) => {
    const { method = 'GET', url = '/' } = request;
    const [path, search] = splitAddress(url);
    const isReading = method === 'GET' || method === 'HEAD';
    const file = isReading ? wantedFile(media, path, new URLSearchParams(search), request) : undefined;
    const served = file
      ? serveFile({ path: media.files.pathOf(file), mime: file.mime }, request, response)
      : Promise.resolve(serveNothing(response));
    served
      // The caller went away, or the disk failed in the middle: either way there is nobody to tell.
      .catch(() => (response.destroy(), 0))
      .then((status) =>
        world.journal.write('request', world.clock.now(), { method, path, edge: 'GET lookaside', status }),
      )
      .catch(world.report);
  };
}

function wantedFile(
  media: Media,
  path: string,
  params: URLSearchParams,
  request: IncomingMessage,
): StoredFile | undefined {
  if (path.startsWith(publicPath)) return media.uploads.publicFile(path.slice(publicPath.length));
  const id = params.get('mid') ?? '';
  const ext = Number(params.get('ext'));
  const { world } = media.emulator;
  const isGood = params.get('hash') === signLink(world.seed, id, ext) && world.clock.now() < ext * 1000;
  return isGood && mayDownload(media, id, request) ? media.find(id)?.file : undefined;
}

function mayDownload({ emulator }: Media, id: string, { headers }: IncomingMessage): boolean {
  const { directory, graph, world } = emulator;
  const found = graph.nodes.find(id);
  const edge = { access: 'whatsapp_business_messaging', answer: () => null } as const;
  try {
    const caller = holderOf(directory, bearerOf(headers.authorization), world.clock.now());
    authorise(caller, edge, found, directory);
    return found !== null;
  } catch (error) {
    if (error instanceof GraphError) return false;
    throw error;
  }
}
