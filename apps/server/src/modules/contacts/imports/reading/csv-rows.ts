import { createCsvParser } from './csv-parser.ts';
import type { Encoding } from './sniff.ts';

const delimiters = [',', ';', '\t', '|'] as const;

export async function* csvRows(
  bytes: AsyncIterable<Uint8Array>,
  { encoding, delimiter }: { encoding: Encoding; delimiter: string },
): AsyncGenerator<string[][]> {
  const parser = createCsvParser(delimiter);
  const decoder = new TextDecoder(encoding);
  for await (const piece of bytes) yield parser.take(decoder.decode(piece, { stream: true }));
  yield parser.take(decoder.decode());
  yield parser.end();
}

/** Which sign divides the first rows most, and all of them alike. */
export function guessDelimiter(sample: string): string {
  const scores = delimiters.map((delimiter) => {
    const rows = firstRows(sample, delimiter).filter((cells) => cells.some((cell) => cell.trim() !== ''));
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter(({ length }) => length === width).length / Math.max(rows.length, 1);
    return { delimiter, score: width > 1 ? width * alike ** 2 : 0 };
  });
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score > 0 ? best.delimiter : ',';
}

function firstRows(sample: string, delimiter: string): string[][] {
  try {
    return createCsvParser(delimiter).take(sample).slice(0, 20);
  } catch {
    return [];
  }
}
