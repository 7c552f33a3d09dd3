import type { Media } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { linksEndAt, signedLink, type LinkPlace, type Variant } from './links.ts';
import { isPlayable } from './types.ts';

type Row = Omit<Media, 'links' | 'playable'> & { hasThumbnail: boolean; hasPreview: boolean };

const columns = `media_id as "mediaId", direction, kind, state, reason, message_id as "messageId", mime,
  told_mime as "toldMime", size, file_name as "fileName", width, height, duration_ms as "durationMs", pages,
  has_thumbnail as "hasThumbnail", has_preview as "hasPreview", created_at as "createdAt"`;

export async function getMedia(tx: Tx, place: LinkPlace, mediaId: string): Promise<Media> {
  const [row] = await tx.sql<Row>(`select ${columns} from media where workspace_id = $1 and media_id = $2`, [
    tx.workspaceId,
    mediaId,
  ]);
  if (row === undefined) throw notFound('file');
  return show(tx, place, row);
}

export async function listMedia(tx: Tx, place: LinkPlace, messageIds: string[]): Promise<{ media: Media[] }> {
  const rows = await tx.sql<Row>(
    `select ${columns} from media where workspace_id = $1 and message_id = any($2) order by media_id`,
    [tx.workspaceId, messageIds],
  );
  return { media: rows.map((row) => show(tx, place, row)) };
}

function show(tx: Tx, place: LinkPlace, { hasThumbnail, hasPreview, ...row }: Row): Media {
  const { workspaceId, now } = tx;
  const link = (variant: Variant, isThere: boolean): string | null =>
    isThere && row.state === 'stored'
      ? signedLink(place, { workspaceId, mediaId: row.mediaId, variant }, now)
      : null;
  return {
    ...row,
    playable: row.mime !== null && isPlayable(row.mime),
    links: {
      original: link('original', true),
      thumbnail: link('thumbnail', hasThumbnail),
      preview: link('preview', hasPreview),
      endAt: linksEndAt(now),
    },
  };
}
