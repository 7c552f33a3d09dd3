import type { Tx } from '../../../platform/db/index.ts';
import type { Samples } from '../../templates/index.ts';
import type { MediaParts } from './media-parts.ts';
import { readStored } from './store-file.ts';

interface FileRow {
  mediaId: string;
  mime: string;
  size: string;
}

/** Our files as examples in templates. Those that are looked at are kept as long as any that was just used. */
export const openSamples = ({ db, storage }: Pick<MediaParts, 'db' | 'storage'>): Samples => ({
  look: async (tx, mediaIds) => {
    const rows = await look(tx, mediaIds);
    return new Map(rows.map(({ mediaId, mime, size }) => [mediaId, { mime, size: Number(size) }]));
  },
  open: async ({ workspaceId, mediaId }) => {
    const scope = { workspaceId, actor: { kind: 'system', id: 'templates.submit' } } as const;
    const [file] = await db.inWorkspace(scope, (tx) => look(tx, [mediaId]));
    return file === undefined
      ? null
      : { mime: file.mime, bytes: await readStored(storage, { workspaceId, mediaId }) };
  },
});

const look = (tx: Tx, mediaIds: readonly string[]): Promise<FileRow[]> =>
  tx.sql<FileRow>(
    `update media set used_at = greatest(used_at, $3)
     where workspace_id = $1 and media_id = any($2::uuid[]) and direction = 'out' and state = 'stored'
     returning media_id as "mediaId", mime, size`,
    [tx.workspaceId, mediaIds, tx.now],
  );
