import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { Journal, type JournalQuery } from './journal.ts';
import { temporaryFolder } from './test/temporary.ts';

interface Line {
  seq: number;
  at: number;
  kind: string;
  text?: string;
}

function open(folder = temporaryFolder()): Journal {
  const journal = new Journal(folder);
  onTestFinished(() => journal.close());
  return journal;
}

async function read(journal: Journal, query?: JournalQuery): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const line of journal.read(query)) lines.push(JSON.parse(line) as Line);
  return lines;
}

const numbers = async (journal: Journal, query?: JournalQuery): Promise<number[]> =>
  (await read(journal, query)).map(({ seq }) => seq);

const newestFile = (folder: string): string => path.join(folder, readdirSync(folder).sort().at(-1) ?? '');

test('lines are numbered and read as they were written, by kind and from a number on', async () => {
  const journal = open();
  journal.write('state', 5, { text: 'one' });
  journal.write('request', 6, { text: 'two' });
  journal.write('state', 7, { text: 'three' });
  expect(await read(journal)).toEqual([
    { seq: 1, at: 5, kind: 'state', text: 'one' },
    { seq: 2, at: 6, kind: 'request', text: 'two' },
    { seq: 3, at: 7, kind: 'state', text: 'three' },
  ]);
  expect(await numbers(journal, { kinds: ['state'] })).toEqual([1, 3]);
  expect(await numbers(journal, { after: 2 })).toEqual([3]);
});

test('any text comes back as it was, line separators and halves of emoji included', async () => {
  const journal = open();
  const texts: string[] = [];
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
      texts.push(text);
      journal.write('state', 1, { text });
      expect((await read(journal, { after: texts.length - 1 })).map((line) => line.text)).toEqual([text]);
    }),
  );
  journal.write('state', 1, { text: 'नमस्ते\u2028दुनिया\u2029\ud83d' });
  expect((await read(journal)).at(-1)?.text).toBe('नमस्ते\u2028दुनिया\u2029\ud83d');
});

test('numbers go on after a restart', async () => {
  const folder = temporaryFolder();
  const before = new Journal(folder);
  before.write('state', 1, {});
  before.write('state', 2, {});
  before.close();
  const after = open(folder);
  expect(after.seq).toBe(2);
  after.write('state', 3, {});
  expect(await numbers(after)).toEqual([1, 2, 3]);
});

test('a body that looks like the head of a line does not lead the numbering astray', () => {
  const folder = temporaryFolder();
  const before = new Journal(folder);
  before.writeText('request', 1, '"body":{"seq":999,"at":1,"kind":"state"}');
  before.close();
  expect(open(folder).seq).toBe(1);
});

test('a last line that a crash cut is dropped, and its number is not given again', async () => {
  const folder = temporaryFolder();
  const before = new Journal(folder);
  before.write('state', 1, { text: 'whole' });
  before.close();
  appendFileSync(newestFile(folder), '{"seq":2,"at":5,"kind":"state","text":"cu');
  const after = open(folder);
  after.write('state', 3, { text: 'next' });
  expect((await read(after)).map(({ seq, text }) => [seq, text])).toEqual([
    [1, 'whole'],
    [3, 'next'],
  ]);
});

test('a last line of many megabytes, whole or cut, does not start the numbers anew', async () => {
  const folder = temporaryFolder();
  const before = new Journal(folder);
  before.write('state', 1, { text: 'small' });
  before.write('request', 1, { text: 'x'.repeat(9 * 1024 * 1024) });
  before.close();
  expect(open(folder).seq).toBe(2);
  appendFileSync(newestFile(folder), `{"seq":3,"at":5,"kind":"state","text":"${'y'.repeat(9 * 1024 * 1024)}`);
  const after = open(folder);
  expect(after.seq).toBe(3);
  expect(await numbers(after)).toEqual([1, 2]);
});

test('a file that was begun and not written to does not start the numbers anew', async () => {
  const folder = temporaryFolder();
  const before = new Journal(folder);
  before.write('state', 1, {});
  before.close();
  writeFileSync(path.join(folder, 'journal-00002.ndjson'), '');
  const after = open(folder);
  after.write('state', 2, {});
  expect(await numbers(after)).toEqual([1, 2]);
  expect(readFileSync(path.join(folder, 'journal-00002.ndjson'), 'utf8')).toContain('"seq":2');
});

test('a large journal goes on in a new file, and old files may be removed', async () => {
  const folder = temporaryFolder();
  const journal = open(folder);
  const properties = `"text":"${'z'.repeat(1024 * 1024)}"`;
  for (let line = 0; line < 130; line++) journal.writeText('state', 1, properties);
  journal.write('state', 1, {});
  journal.flush();
  expect(readdirSync(folder)).toEqual(['journal-00001.ndjson', 'journal-00002.ndjson']);
  expect(await numbers(journal, { after: 126 })).toEqual([127, 128, 129, 130, 131]);
  rmSync(path.join(folder, 'journal-00001.ndjson'));
  expect((await numbers(journal)).at(-1)).toBe(131);
  journal.close();
  const after = open(folder);
  after.write('state', 1, {});
  expect((await numbers(after)).at(-1)).toBe(132);
  expect(readdirSync(folder)).toEqual(['journal-00002.ndjson']);
});

test('who reads while others write gets every line that stood there, whole', async () => {
  const journal = open();
  const properties = `"text":"${'w'.repeat(50_000)}"`;
  for (let line = 0; line < 40; line++) journal.writeText('state', 1, properties);
  const seen: number[] = [];
  for await (const line of journal.read()) {
    seen.push((JSON.parse(line) as Line).seq);
    for (let more = 0; more < 3; more++) journal.writeText('state', 1, properties);
  }
  expect(seen).toEqual(Array.from({ length: 40 }, (_, at) => at + 1));
  expect((await numbers(journal, { after: 100 })).at(0)).toBe(101);
});

test('reading from a number on finds the same lines as reading everything', async () => {
  const journal = open();
  for (let line = 0; line < 300; line++) journal.writeText('state', 1, `"text":"${'v'.repeat(40_000)}"`);
  const all = await numbers(journal);
  expect(all).toHaveLength(300);
  for (const after of [0, 1, 57, 151, 298, 299, 300])
    expect(await numbers(journal, { after })).toEqual(all.slice(after));
});

test('a listener hears lines at once, until it stops', () => {
  const journal = open();
  const heard: string[] = [];
  const stop = journal.listen((line) => heard.push(line));
  journal.write('fault', 9, { text: 'a' });
  stop();
  journal.write('fault', 9, { text: 'b' });
  expect(heard).toEqual(['{"seq":1,"at":9,"kind":"fault","text":"a"}\n']);
});

test('a line after the end is not written', () => {
  const journal = new Journal(temporaryFolder());
  journal.close();
  journal.write('state', 1, {});
  expect(journal.seq).toBe(0);
});

test('lines are on the disk when the turn is over in which they were written', async () => {
  const folder = temporaryFolder();
  const journal = open(folder);
  journal.write('request', 1, { text: 'one' });
  journal.write('state', 1, { text: 'two' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(readFileSync(newestFile(folder), 'utf8').split('\n')).toHaveLength(3);
});
