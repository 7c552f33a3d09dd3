import { mostColumns } from './csv-parser.ts';
import { ImportFailed } from './import-failed.ts';
import type { SourceFile } from './source-file.ts';
import { attributeOf, elementsNamed, textIn, unescapeXml } from './xml-text.ts';
import { openZip, type Zip } from './zip.ts';

const megabyte = 1024 * 1024;
const mostSheetBytes = 2048 * megabyte;
const mostStringBytes = 512 * megabyte;
/** What is kept in memory while a workbook is read. */
const mostStringCharacters = 64 * megabyte;
const mostStyleBytes = 32 * megabyte;

interface Workbook {
  strings: readonly string[];
  /** Whether a cell's style shows its number as a day. */
  isDay: (style: number) => boolean;
}

/** The rows of a workbook's first sheet. What a formula last came to is its text; nothing is calculated. */
export async function* xlsxRows(file: SourceFile): AsyncGenerator<string[][]> {
  const zip = await openZip(file);
  const sheet = zip.open(await firstSheet(zip), mostSheetBytes);
  if (sheet === null) throw new ImportFailed('no_sheet');
  const workbook = { strings: await readStrings(zip), isDay: await readDayStyles(zip) };
  for await (const rows of elementsNamed(sheet, 'row')) yield rows.map((row) => cellsOf(row, workbook));
}

async function firstSheet(zip: Zip): Promise<string> {
  const [book, links] = [
    await wholeText(zip, 'xl/workbook.xml'),
    await wholeText(zip, 'xl/_rels/workbook.xml.rels'),
  ];
  const linkId = /<sheet\s[^>]*\br:id="([^"]*)"/.exec(book)?.[1];
  const link = links.match(/<Relationship\s[^>]*>/g)?.find((each) => attributeOf(each, 'Id') === linkId);
  const target = link === undefined ? undefined : attributeOf(link, 'Target');
  if (target !== undefined) return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
  return zip.names.find((name) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)) ?? '';
}

async function wholeText(zip: Zip, name: string): Promise<string> {
  const content = zip.open(name, mostStyleBytes);
  if (content === null) return '';
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

async function readStrings(zip: Zip): Promise<string[]> {
  const content = zip.open('xl/sharedStrings.xml', mostStringBytes);
  const strings: string[] = [];
  if (content === null) return strings;
  let characters = 0;
  for await (const items of elementsNamed(content, 'si')) {
    for (const item of items) {
      const text = textIn(item);
      characters += text.length;
      if (characters > mostStringCharacters) throw new ImportFailed('too_many_texts');
      strings.push(text);
    }
  }
  return strings;
}

async function readDayStyles(zip: Zip): Promise<Workbook['isDay']> {
  const styles = await wholeText(zip, 'xl/styles.xml');
  const ownDays = new Set(
    [...styles.matchAll(/<numFmt\s[^>]*>/g)]
      .filter(([format]) => showsDay(unescapeXml(attributeOf(format, 'formatCode') ?? '')))
      .map(([format]) => Number(attributeOf(format, 'numFmtId'))),
  );
  const cells = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(styles)?.[0] ?? '';
  const days = [...cells.matchAll(/<xf\s[^>]*>/g)].map(([style]) => {
    const format = Number(attributeOf(style, 'numFmtId') ?? 0);
    return ownDays.has(format) || (format >= 14 && format <= 17) || format === 22;
  });
  return (style) => days[style] ?? false;
}

/** Years and days outside of texts and colours. */
const showsDay = (code: string): boolean => /[yd]/i.test(code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

function cellsOf(row: string, workbook: Workbook): string[] {
  const cells: string[] = [];
  for (const [, head, content = ''] of row.matchAll(/<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g)) {
    const place = columnOf(attributeOf(head ?? '', 'r')) ?? cells.length;
    if (place >= mostColumns) throw new ImportFailed('too_many_columns');
    while (cells.length < place) cells.push('');
    cells[place] = valueOf(head ?? '', content, workbook);
  }
  return cells;
}

/** `AB12` is the column 27, counted from 0. */
function columnOf(address: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(address ?? '')?.[0];
  if (letters === undefined) return undefined;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function valueOf(head: string, content: string, { strings, isDay }: Workbook): string {
  const type = attributeOf(head, 't') ?? 'n';
  if (type === 'inlineStr') return textIn(content);
  const value = unescapeXml(/<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(content)?.[1] ?? '');
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'e' || value === '') return '';
  if (type !== 'n') return value;
  const number = Number(value);
  return isDay(Number(attributeOf(head, 's') ?? 0)) ? dayOf(number) : plainNumber(number, value);
}

const dayMilliseconds = 86_400_000;
/** Days are counted from the last of 1899. */
const dayZero = Date.UTC(1899, 11, 30);

function dayOf(serial: number): string {
  const date = new Date(dayZero + Math.floor(serial) * dayMilliseconds);
  return Number.isNaN(date.getTime()) ? String(serial) : date.toISOString().slice(0, 10);
}

/** A phone that is kept as a number, without its exponent. */
const plainNumber = (number: number, written: string): string =>
  Number.isSafeInteger(number) ? String(number) : written;
