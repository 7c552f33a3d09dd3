import type { ImportShape } from '@trikon/contract';
import { csvRows, guessDelimiter } from './csv-rows.ts';
import { looksLikeHeader, namedTwice } from './header.ts';
import { ImportFailed } from './import-failed.ts';
import { sniff, type Encoding } from './sniff.ts';
import { readBytes, type SourceFile } from './source-file.ts';
import { xlsxRows } from './xlsx-rows.ts';

const sampleBytes = 262_144;
const shownRows = 8;
const longestShownCell = 200;

/** What a file is, with its first rows. */
export async function inspect(file: SourceFile): Promise<ImportShape> {
  const head = await readBytes(file, 0, sampleBytes);
  const sniffed = sniff(head);
  const how =
    sniffed.format === 'xlsx'
      ? { format: 'xlsx' as const, encoding: '', delimiter: '' }
      : { ...sniffed, delimiter: guessDelimiter(new TextDecoder(sniffed.encoding).decode(head)) };
  const first = await firstRows(file, how);
  if (first.length === 0) throw new ImportFailed('empty');
  const rows = first.map((row) =>
    row.map((cell) => cell.trim().slice(0, longestShownCell).toWellFormed().replaceAll('\0', '')),
  );
  const header = looksLikeHeader(rows[0]!);
  return { ...how, rows, header, twice: header ? namedTwice(rows[0]!) : [] };
}

async function firstRows(file: SourceFile, how: Pick<ImportShape, 'format' | 'encoding' | 'delimiter'>) {
  const found: string[][] = [];
  for await (const rows of rowsOf(file, how)) {
    found.push(...rows.filter(isFilled));
    if (found.length >= shownRows) break;
  }
  return found.slice(0, shownRows);
}

export const isFilled = (row: readonly string[]): boolean => row.some((cell) => cell.trim() !== '');

/** All rows, some hundreds at a time. */
export async function* rowsOf(
  file: SourceFile,
  { format, encoding, delimiter }: Pick<ImportShape, 'format' | 'encoding' | 'delimiter'>,
): AsyncGenerator<string[][]> {
  if (format === 'xlsx') {
    yield* xlsxRows(file);
    return;
  }
  const bytes = await file.read(0, file.size - 1);
  try {
    yield* csvRows(bytes, { encoding: encoding as Encoding, delimiter });
  } finally {
    bytes.destroy();
  }
}
