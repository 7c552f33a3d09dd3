import type { Readable } from 'node:stream';
import type { ImportShape } from '@trikon/contract';
import type { Actor } from '../../../platform/db/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import { newId } from '../../../platform/ids/index.ts';
import { StorageError } from '../../../platform/storage/index.ts';
import { importFileKey } from './advance.ts';
import { failureWords } from './failure-words.ts';
import type { ImportParts } from './import-parts.ts';
import { insertImport } from './import-rows.ts';
import { planFor } from './plans.ts';
import { ImportFailed } from './reading/import-failed.ts';
import { inspect } from './reading/open-rows.ts';
import { openStored } from './reading/source-file.ts';

export const mostBytes = 1024 * 1024 * 1024;

interface Uploading {
  workspaceId: string;
  actor: Actor;
  content: Readable;
  fileName: string;
  now: Date;
}

/** Stores a file while it arrives, and looks at its first rows. What cannot be read leaves nothing behind. */
export async function takeUpload(
  parts: ImportParts,
  { workspaceId, actor, content, fileName, now }: Uploading,
): Promise<string> {
  const importId = newId(now);
  const key = importFileKey(workspaceId, importId);
  try {
    const { size } = await parts.storage.put(key, content, { maxBytes: mostBytes });
    const shape: ImportShape = await inspect(await openStored(parts.storage, key));
    await parts.db.inWorkspace({ workspaceId, actor }, async (tx) => {
      const { plan, remembered } = await planFor(tx, shape);
      await insertImport(tx, { importId, fileName, size, shape, plan, remembered });
    });
    return importId;
  } catch (error) {
    await parts.storage.delete(key);
    if (error instanceof ImportFailed) throw invalidField('file', error.failure, failureWords[error.failure]);
    if (error instanceof StorageError && error.code === 'storage_too_large') throw tooLarge();
    throw error;
  }
}

export const tooLarge = (): Refusal =>
  new Refusal('too_large', 'A file may have at most 1 GB. Split it, or leave columns out.');
