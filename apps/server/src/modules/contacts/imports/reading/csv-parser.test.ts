import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCsvParser } from './csv-parser.ts';

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Cut into pieces of any length, as a stream brings it. */
function readInPieces(text: string, lengths: readonly number[], delimiter: string): string[][] {
  const parser = createCsvParser(delimiter);
  const rows: string[][] = [];
  let at = 0;
  for (let turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length]!;
    rows.push(...parser.take(text.slice(at, at + length)));
    at += length;
  }
  return [...rows, ...parser.end()];
}

const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\n', '\r', 'मी', ' ') });

test('what was written is read, wherever the stream is cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(',', ';', '\t'),
      fc.constantFrom('\n', '\r\n', '\r'),
      (rows, lengths, delimiter, end) => {
        const text = rows.map((row) => row.map(quoted).join(delimiter) + end).join('');
        expect(readInPieces(text, lengths, delimiter)).toEqual(rows);
      },
    ),
  );
});

test('quotes in the middle of a cell and a last row without an end are taken as they are', () => {
  expect(readInPieces('Meera "M" Joshi,"a"b\nRavi,2', [3], ',')).toEqual([
    ['Meera "M" Joshi', 'ab'],
    ['Ravi', '2'],
  ]);
});

test('a quote that is never closed is said and not read to the end of the file', () => {
  const parser = createCsvParser(',');
  parser.take('name\n"Meera');
  expect(() => parser.end()).toThrow('open_quote');
});
