import { z } from 'zod';
import type { ImportProblem } from '@trikon/contract';
import type { Tx } from '../../../platform/db/index.ts';
import { defineTask } from '../../../platform/jobs/index.ts';
import { objectKey } from '../../../platform/storage/index.ts';
import { readGround } from './apply/ground.ts';
import { applyRows } from './apply/apply-rows.ts';
import { previewRows } from './apply/preview-rows.ts';
import { undoRows } from './apply/undo-rows.ts';
import { keepChunk, lastChunk, markUndone } from './chunks.ts';
import type { ImportParts } from './import-parts.ts';
import { holdImport, readImport, writeImport, type Import } from './import-rows.ts';
import { ImportFailed } from './reading/import-failed.ts';
import { isFilled, rowsOf } from './reading/open-rows.ts';
import { openStored } from './reading/source-file.ts';
import { readRow, type ImportRow, type RowProblem } from './rows/read-row.ts';
import { createSeenKeys } from './rows/seen-keys.ts';

/** So many rows are one transaction. */
const chunkSize = 4000;
/** As many as a sheet of Excel has, with room for whoever counts a million exactly. */
const mostRows = 1_100_000;

export const importFileKey = (workspaceId: string, importId: string) =>
  objectKey(workspaceId, 'imports', importId);

interface Job {
  workspaceId: string;
  inWorkspace: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  signal: AbortSignal;
}

/** Goes on where it was stopped: a chunk of rows, what it did and how far it is are one transaction. */
export const advanceImportTask = defineTask({
  name: 'contacts.advance-import',
  input: z.object({ importId: z.uuid() }),
  run: async ({ input: { importId }, ...job }, { imports: parts }: { imports: ImportParts }) => {
    const begun = await job.inWorkspace((tx) => readImport(tx, importId));
    if (begun.state === 'undoing') return undoAll(job, parts, importId);
    if (begun.state !== 'checking' && begun.state !== 'running') return;
    try {
      await takeRows(job, parts, begun);
    } catch (error) {
      if (!(error instanceof ImportFailed)) throw error;
      await job.inWorkspace(async (tx) => {
        const now = await holdImport(tx, importId);
        if (now.state === begun.state)
          await writeImport(tx, { ...now, state: 'failed', failure: error.failure });
      });
    }
  },
});

/** The rows of a chunk, read and told apart. */
interface Chunk {
  firstRow: number;
  rows: ImportRow[];
  problems: RowProblem[];
  /** How many rows with something in them lie before it, and behind it. */
  from: number;
  seen: number;
  isLast: boolean;
}

async function takeRows(job: Job, parts: ImportParts, begun: Import): Promise<void> {
  // While the database is busy with a chunk the next is read.
  let working: Promise<boolean> = Promise.resolve(true);
  try {
    for await (const chunk of chunksOf(job, parts, begun)) {
      if (!(await working)) return;
      job.signal.throwIfAborted();
      working = job.inWorkspace((tx) => takeChunk(tx, parts, { begun, chunk }));
      // Looked at with the next one, so nobody else does when reading fails first.
      working.catch(() => {});
    }
  } finally {
    await working;
  }
}

async function* chunksOf(job: Job, { storage }: ImportParts, begun: Import): AsyncGenerator<Chunk> {
  const { plan, shape, importId } = begun;
  const file = await openStored(storage, importFileKey(job.workspaceId, importId));
  const ground = await job.inWorkspace(readGround);
  const met = createSeenKeys();
  const empty = (firstRow: number, from: number): Chunk => ({
    firstRow,
    rows: [],
    problems: [],
    from,
    seen: from,
    isLast: false,
  });
  let chunk = empty(1, 0);
  let number = 0;
  let taken = 0;
  let headerAhead = plan.header;
  for await (const rows of rowsOf(file, shape)) {
    for (const cells of rows) {
      number++;
      if (!isFilled(cells)) continue;
      if (headerAhead) {
        headerAhead = false;
        continue;
      }
      if (++taken > mostRows) throw new ImportFailed('too_many_rows');
      const read = readRow(cells, number, { plan, ground });
      if ('problem' in read) chunk.problems.push(read);
      else if (met.meet(read)) chunk.rows.push(read);
      else chunk.problems.push({ row: number, problem: 'twice_in_file', column: null });
      if (taken % chunkSize > 0) continue;
      if (taken > begun.seen) yield { ...chunk, seen: taken };
      chunk = empty(number + 1, taken);
    }
  }
  yield { ...chunk, seen: taken, isLast: true };
}

/** False when somebody stopped it, or another copy of the program took over. */
async function takeChunk(
  tx: Tx,
  parts: ImportParts,
  { begun, chunk }: { begun: Import; chunk: Chunk },
): Promise<boolean> {
  const now = await holdImport(tx, begun.importId);
  if (now.state !== begun.state || now.seen !== chunk.from) return false;
  const { plan, fileName, counts, importId } = now;
  // In the name of who began it.
  const theirs = { ...tx, actor: now.actor };
  const done =
    now.state === 'running'
      ? await applyRows(theirs, parts, chunk.rows, { plan, fileName })
      : await previewRows(theirs, parts, chunk.rows, plan);
  const problems = [...chunk.problems, ...done.problems].toSorted((one, other) => one.row - other.row);
  await keepChunk(tx, importId, { ...done, firstRow: chunk.firstRow, problems });
  const over = now.state === 'running' ? 'done' : 'checked';
  await writeImport(tx, {
    ...now,
    state: chunk.isLast ? over : now.state,
    seen: chunk.seen,
    total: chunk.isLast ? chunk.seen : now.total,
    counts: {
      ...counts,
      created: counts.created + done.createdCount,
      updated: counts.updated + done.changed.length,
      unchanged: counts.unchanged + done.unchanged,
      consents: counts.consents + done.consents.length,
      consentsHeld: counts.consentsHeld + done.consentsHeld,
      problems: withProblems(counts.problems, problems),
    },
  });
  return true;
}

function withProblems(
  before: Partial<Record<ImportProblem, number>>,
  problems: readonly RowProblem[],
): Partial<Record<ImportProblem, number>> {
  const counted = { ...before };
  for (const { problem } of problems) counted[problem] = (counted[problem] ?? 0) + 1;
  return counted;
}

async function undoAll(job: Job, parts: ImportParts, importId: string): Promise<void> {
  for (let more = true; more;) {
    job.signal.throwIfAborted();
    more = await job.inWorkspace((tx) => undoChunk(tx, parts, importId));
  }
}

async function undoChunk(tx: Tx, parts: ImportParts, importId: string): Promise<boolean> {
  const now = await holdImport(tx, importId);
  if (now.state !== 'undoing') return false;
  const chunk = await lastChunk(tx, importId);
  if (chunk === undefined) {
    await writeImport(tx, { ...now, state: 'undone' });
    return false;
  }
  const undone = await undoRows({ ...tx, actor: now.actor }, parts, chunk);
  await markUndone(tx, importId, chunk.firstRow);
  const { counts } = now;
  await writeImport(tx, {
    ...now,
    counts: {
      ...counts,
      deleted: counts.deleted + undone.deleted,
      restored: counts.restored + undone.restored,
      kept: counts.kept + undone.kept,
    },
  });
  return true;
}
