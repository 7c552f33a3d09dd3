import { z } from 'zod';
import type { Eraser, ErasingParts } from '../../../../platform/erasing/index.ts';
import { defineTask } from '../../../../platform/jobs/index.ts';
import type { RightsParts } from '../rights-parts.ts';
import { certify } from './certify.ts';

interface Erasing {
  state: 'running' | 'done';
  contactIds: string[];
  names: string[];
  parts: Record<string, Record<string, number>>;
}

/** Each part commits by itself and is remembered, so a job that was cut off goes on with the next. */
export const eraseTask = defineTask({
  name: 'governance.erase',
  input: z.object({ requestId: z.uuid() }),
  maxAttempts: 25,
  run: async ({ workspaceId, input, inWorkspace, signal }, { rights }: { rights: RightsParts }) => {
    const { requestId } = input;
    const [erasing] = await inWorkspace((tx) =>
      tx.sql<Erasing>(
        `select state, contact_ids as "contactIds", names, parts from erasures
         where workspace_id = $1 and request_id = $2`,
        [workspaceId, requestId],
      ),
    );
    if (erasing === undefined || erasing.state === 'done') return;
    const parts = erasingParts(rights);
    const person = { workspaceId, contactIds: erasing.contactIds, names: erasing.names };
    const left = rights.erasers.filter(({ name }) => erasing.parts[name] === undefined);
    if (left.length === rights.erasers.length) for (const each of left) await each.ready?.(parts, person);
    for (const eraser of left) {
      signal.throwIfAborted();
      const counts = await eraser.erase(parts, person);
      await remember(rights, { workspaceId, requestId, eraser, counts });
    }
    await inWorkspace((tx) => certify(tx, rights, requestId));
  },
});

const erasingParts = ({ db, storage }: RightsParts): ErasingParts => ({
  storage,
  inSystem: (work) => db.acrossWorkspaces('erasure', work, { kind: 'system', id: 'governance.erase' }),
});

interface Remembered {
  workspaceId: string;
  requestId: string;
  eraser: Eraser;
  counts: Record<string, number>;
}

const remember = ({ db }: RightsParts, { workspaceId, requestId, eraser, counts }: Remembered) =>
  db.acrossWorkspaces('erasure', (tx) =>
    tx.sql(
      `update erasures set parts = parts || jsonb_build_object($3::text, $4::jsonb)
       where workspace_id = $1 and request_id = $2`,
      [workspaceId, requestId, eraser.name, JSON.stringify(counts)],
    ),
  );
