import type { Database } from '../../../platform/db/index.ts';
import { byteOrderMark, csvLine } from '../exports/csv-line.ts';
import { importFileKey } from './advance.ts';
import { problemsAfter } from './chunks.ts';
import { problemWords } from './failure-words.ts';
import type { ImportParts } from './import-parts.ts';
import { readImport } from './import-rows.ts';
import { rowsOf } from './reading/open-rows.ts';
import { openStored } from './reading/source-file.ts';
import type { RowProblem } from './rows/read-row.ts';

interface Asked {
  workspaceId: string;
  importId: string;
}

const actor = { kind: 'system', id: 'contacts.import-problems' } as const;

/** The rows that were not taken, as they are in the file, each with its number and the reason. */
export async function* problemsFile(
  parts: ImportParts,
  { workspaceId, importId }: Asked,
): AsyncGenerator<string> {
  const { db, storage } = parts;
  const { shape, plan } = await db.readWorkspace({ workspaceId, actor }, (tx) => readImport(tx, importId));
  const names = plan.header ? (shape.rows[0] ?? []) : plan.columns.map((_, at) => `Column ${at + 1}`);
  const width = plan.columns.length;
  yield byteOrderMark + csvLine([...padded(names, width), 'Row', 'Column', 'Why it was not imported']);
  const problems = problemsIn(db, { workspaceId, importId });
  let next = (await problems.next()).value;
  const file = await openStored(storage, importFileKey(workspaceId, importId));
  let number = 0;
  for await (const rows of rowsOf(file, shape)) {
    const lines: string[] = [];
    for (const cells of rows) {
      number++;
      if (next?.row !== number) continue;
      const column = next.column === null ? '' : (names[next.column] ?? '');
      lines.push(csvLine([...padded(cells, width), String(number), column, problemWords[next.problem]]));
      next = (await problems.next()).value;
    }
    if (lines.length > 0) yield lines.join('');
    if (!next) return;
  }
}

const padded = (cells: readonly string[], width: number): string[] =>
  Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? '');

async function* problemsIn(
  db: Database,
  { workspaceId, importId }: Asked,
): AsyncGenerator<RowProblem, undefined> {
  for (let after = 0; ;) {
    const chunk = await db.readWorkspace({ workspaceId, actor }, (tx) => problemsAfter(tx, importId, after));
    if (chunk === undefined) return undefined;
    yield* chunk.problems;
    after = chunk.firstRow;
  }
}
