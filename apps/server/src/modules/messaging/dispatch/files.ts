import type { OutgoingContent } from '@trikon/contract';
import type { SystemTx } from '../../../platform/db/index.ts';
import { filesIn, type NamedFile } from '../content/files.ts';
import { awaitMedia, readyMediaIds } from '../media/await-media.ts';
import { lacksFile, withoutFile, type Result } from './outcome.ts';
import type { Claimed } from './row.ts';

type Content = Pick<Claimed, 'type' | 'content'>;

const filesOf = ({ type, content }: Content): NamedFile[] => filesIn({ ...content, type } as OutgoingContent);

/** Gives messages Meta's ids of their files; what Meta forgot, or never had in time, is not among them. */
export async function giveMediaIds(
  tx: SystemTx,
  rows: readonly Omit<Claimed, 'mediaIds'>[],
): Promise<Claimed[]> {
  const pairs = rows.flatMap((row) =>
    filesOf(row).map(({ mediaId }) => ({
      workspaceId: row.workspaceId,
      numberId: row.numberId,
      mediaId,
    })),
  );
  const ready = await readyMediaIds(tx, pairs);
  return rows.map((row) => ({ ...row, mediaIds: idsFor(row, ready) }));
}

function idsFor(
  row: Omit<Claimed, 'mediaIds'>,
  ready: ReadonlyMap<string, string>,
): Map<string, string> | null {
  const ids = new Map<string, string>();
  for (const { mediaId } of filesOf(row)) {
    const id = ready.get(`${row.workspaceId} ${mediaId} ${row.numberId}`);
    if (id === undefined) return null;
    ids.set(mediaId, id);
  }
  return ids;
}

/**
 * Has files brought to Meta again. Comes before the results are written, as everywhere: first the rows of uploads are
 * locked, then those of the outbox.
 */
export async function awaitFiles(tx: SystemTx, results: readonly Result[]): Promise<readonly Result[]> {
  const rows = results.filter(lacksFile).map(({ row }) => row);
  if (rows.length === 0) return results;
  const { waiting, impossible } = await awaitMedia(
    tx,
    rows.map((row) => ({ ...row, files: filesOf(row) })),
  );
  return results.map((result) =>
    lacksFile(result)
      ? withoutFile(result.row, {
          isComing: waiting.has(result.row.messageId),
          why: impossible.get(result.row.messageId) ?? null,
        })
      : result,
  );
}
