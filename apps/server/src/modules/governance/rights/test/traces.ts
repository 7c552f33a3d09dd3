import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { storedRows } from '../../../../../test/stored-rows.ts';
import type { TestApp } from '../../../../../test/test-app.ts';

/** A word as it may be written: in text, in JSON, in bytes, and inside of WhatsApp's ids. */
const formsOf = (word: string): string[] => {
  const bytes = Buffer.from(word);
  const inside = bytes.toString('base64').replaceAll('=', '').slice(0, -1);
  const escaped = word.replaceAll(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [
    word,
    bytes.toString('hex'),
    Buffer.from(escaped).toString('hex'),
    ...(inside.length > 8 ? [inside] : []),
  ];
};

/** Where any of these words is left, in every column of every table and in every file. */
export async function tracesOf(
  { database, dataFolder: folder }: TestApp,
  words: readonly string[],
): Promise<string[]> {
  const rows = await storedRows(database, words.flatMap(formsOf));
  const found = Object.entries(rows).map(
    ([table, kept]) => `${table} ${kept.length}: ${kept[0]!.slice(0, 600)}`,
  );
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile()) continue;
    // A file that is being stored has another name a moment later, and is read under that.
    const bytes = await readFile(path.join(file.parentPath, file.name)).catch(() => Buffer.alloc(0));
    if (words.some((word) => bytes.includes(word))) found.push(`file ${file.name}`);
  }
  return found;
}
