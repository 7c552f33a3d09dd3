import type { SystemTx } from '../../../platform/db/index.ts';
import type { ErasedPerson, Eraser } from '../../../platform/erasing/index.ts';
import { removeFile, type FileId } from './store-file.ts';

/**
 * Removes all files that somebody sent us, and those that were sent to them and to nobody else, such as an invoice.
 * It comes before messages lose their content, which is where those are named.
 */
export const mediaEraser: Eraser = {
  name: 'messaging.media',
  tables: ['media', 'media_uploads'],
  async erase({ inSystem, storage }, person) {
    // Marked before its objects go: from here on no link and no fetch brings anything back. A file that is marked
    // already is removed once more, because whoever marked it may have died before that.
    const files = await inSystem((tx) => markErased(tx, person));
    for (const file of files) await removeFile(storage, file);
    return { media: files.length, files: files.length };
  },
};

async function markErased(tx: SystemTx, { workspaceId, contactIds }: ErasedPerson): Promise<FileId[]> {
  const files = await tx.sql<FileId>(
    `with theirs as (
       select media_id from media where workspace_id = $1 and contact_id = any($2)
       union select media.media_id from media where media.workspace_id = $1 and direction = 'out' and exists (
         select from messages message where message.workspace_id = $1 and message.contact_id = any($2)
           and message.template_id is null and message.direction = 'out'
           and message.type in ('audio', 'document', 'image', 'sticker', 'video', 'interactive')
           and strpos(message.content::text, media.media_id::text) > 0)
       and not exists (
         select from messages message where message.workspace_id = $1 and not message.contact_id = any($2)
           and message.direction = 'out'
           and message.type in ('audio', 'document', 'image', 'sticker', 'video', 'interactive', 'template')
           and strpos(message.content::text, media.media_id::text) > 0)
     )
     update media set state = 'expired', reason = 'erased', file_name = null, told_mime = null, told_sha256 = null,
       sha256 = null, has_thumbnail = false, has_preview = false
     from theirs where media.workspace_id = $1 and media.media_id = theirs.media_id
     returning media.workspace_id as "workspaceId", media.media_id as "mediaId"`,
    [workspaceId, contactIds],
  );
  await tx.sql('delete from media_uploads where workspace_id = $1 and media_id = any($2)', [
    workspaceId,
    files.map(({ mediaId }) => mediaId),
  ]);
  return files;
}
