import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { isUuid } from '../../../platform/ids/index.ts';
import { isSealed, linkPath, variants, type LinkTo, type Variant } from './links.ts';
import type { MediaParts } from './media-parts.ts';
import { askedRange } from './range.ts';
import { keyOf } from './store-file.ts';
import { isInline, servedType } from './types.ts';

interface Link {
  Params: { workspaceId: string; mediaId: string; variant: string; seal: string };
}

interface LinkOptions extends Pick<MediaParts, 'db' | 'clock' | 'storage' | 'links'> {
  /** The host that serves files and nothing else of value, when there is one. */
  ownHost: string | undefined;
}

const actor: Actor = { kind: 'system', id: 'messaging.media-links' };

/** Gives files to whoever has a link that we made. What is wrong with another link is not told. */
export function mountMediaLinks(server: FastifyInstance, options: LinkOptions): void {
  server.get<Link>(`${linkPath}/:workspaceId/:mediaId/:variant/:seal`, async (request, reply) => {
    const to = linkOf(request.params);
    const seal = request.params.seal;
    const isOurs = isSealed(options.links.key, to, seal, options.clock.now());
    const isHere = options.ownHost === undefined || request.host === options.ownHost;
    if (!isOurs || !isHere) throw notFound('file');
    const file = await findFile(options, to);
    if (file === null) throw notFound('file');
    return send(request, reply, { ...options, to, ...file });
  });
}

/** An address that cannot be a link has no file either, and is refused in the same way. */
function linkOf({ workspaceId, mediaId, variant }: Link['Params']): LinkTo {
  const known = variants.find((one) => one === variant);
  if (!isUuid(workspaceId) || !isUuid(mediaId) || known === undefined) throw notFound('file');
  return { workspaceId, mediaId, variant: known };
}

interface ServedFile {
  mime: string;
  size: number;
  fileName: string | null;
}

async function findFile({ db, storage }: LinkOptions, to: LinkTo): Promise<ServedFile | null> {
  const { workspaceId, mediaId, variant } = to;
  const [row] = await db.readWorkspace({ workspaceId, actor }, (tx) =>
    tx.sql<{ mime: string; size: number; fileName: string | null; isThere: boolean }>(
      `select mime, size, file_name as "fileName",
         case $3 when 'thumbnail' then has_thumbnail when 'preview' then has_preview else true end as "isThere"
       from media where workspace_id = $1 and media_id = $2 and state = 'stored'`,
      [workspaceId, mediaId, variant],
    ),
  );
  if (row === undefined || !row.isThere) return null;
  if (variant === 'original') return row;
  const stored = await storage.head(keyOf(to, variant));
  return stored === null ? null : { mime: 'image/webp', size: stored.size, fileName: row.fileName };
}

interface Sending extends LinkOptions, ServedFile {
  to: LinkTo;
}

/** Nothing runs in what is served here, nothing is guessed about it, and pages of ours may show it. */
const heading = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; media-src 'self'; sandbox; frame-ancestors *`,
  'cross-origin-resource-policy': 'cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'private, max-age=900, immutable',
  'accept-ranges': 'bytes',
};

async function send(request: FastifyRequest, reply: FastifyReply, sending: Sending): Promise<FastifyReply> {
  const { storage, to, size, mime, fileName } = sending;
  const range = askedRange(request.headers.range, size);
  void reply.headers(heading).removeHeader('x-frame-options');
  if (range === 'unsatisfiable') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const key = keyOf(to, to.variant);
  const { body } = range === null ? await storage.get(key) : await storage.get(key, range);
  void reply
    .code(range === null ? 200 : 206)
    .header('content-type', to.variant === 'original' ? servedType(mime) : mime)
    .header('content-length', range === null ? size : range.end - range.start + 1)
    .header('content-disposition', disposition(to.variant, mime, fileName));
  if (range !== null) void reply.header('content-range', `bytes ${range.start}-${range.end}/${size}`);
  return reply.send(body);
}

/** Pictures are shown as we drew them; the bytes that somebody sent are for saving, unless nothing can run in them. */
function disposition(variant: Variant, mime: string, fileName: string | null): string {
  const how = variant !== 'original' || isInline(mime) ? 'inline' : 'attachment';
  const name = safeName(fileName);
  return name === ''
    ? how
    : `${how}; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, hexOf)}`;
}

const hexOf = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;

/** Without what makes a name lead elsewhere or look like another: paths, controls, marks that turn the direction of text. */
const safeName = (name: string | null): string =>
  (name ?? '')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029/\\:*?"<>|]/gu, '_')
    .replace(/^[.\s]+/, '')
    .slice(0, 150);
