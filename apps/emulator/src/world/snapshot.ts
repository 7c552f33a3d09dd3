import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import type { Json } from './json.ts';
import { linesOf } from './lines.ts';

/** A part of the world as it is written down: a name and values, one line each. */
export interface Part {
  name: string;
  values: readonly Json[];
}

const head = JSON.stringify({ format: 'trikon-emulator-1' });
const linesAtOnce = 500;

/**
 * Writes the parts beside the old snapshot and puts them in its place when they are whole and on the disk, so that a
 * crash leaves the old one or the new one. The values are immutable, so the world may go on while they are written.
 */
export async function writeSnapshot(file: string, parts: readonly Part[]): Promise<void> {
  const unfinished = `${file}.new`;
  const handle = await open(unfinished, 'w');
  const hash = createHash('sha256');
  try {
    await writeLines(handle, hash, [head]);
    for (const { name, values } of parts) {
      for (let at = 0; at < values.length; at += linesAtOnce) {
        const lines = values.slice(at, at + linesAtOnce).map((value) => JSON.stringify([name, value]));
        await writeLines(handle, hash, lines);
        await setImmediate();
      }
    }
    await handle.appendFile(`${JSON.stringify({ sha256: hash.digest('hex') })}\n`);
    await handle.sync();
  } catch (error) {
    // On a full disk it would only be in the way.
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  await rename(unfinished, file);
}

/** The values of each part; null when there is no snapshot. A damaged one is an error, never half a world. */
export async function readSnapshot(file: string): Promise<Map<string, Json[]> | null> {
  const hash = createHash('sha256');
  const parts = new Map<string, Json[]>();
  // The last line is the sum over all before it.
  let newest: string | undefined;
  try {
    for await (const line of linesOf(file)) {
      if (newest !== undefined) takeLine(parts, hash, newest);
      newest = line;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw damaged(file, error);
  }
  if (newest !== JSON.stringify({ sha256: hash.digest('hex') })) throw damaged(file);
  return parts;
}

const damaged = (file: string, cause?: unknown): Error =>
  new Error(`The snapshot ${file} is damaged; remove it to begin a new world.`, { cause });

function takeLine(parts: Map<string, Json[]>, hash: Hash, line: string): void {
  hash.update(line).update('\n');
  if (line === head) return;
  const [name, value] = JSON.parse(line) as [string, Json];
  const values = parts.get(name);
  if (values) values.push(value);
  else parts.set(name, [value]);
}

async function writeLines(handle: FileHandle, hash: Hash, lines: string[]): Promise<void> {
  const text = `${lines.join('\n')}\n`;
  hash.update(text);
  await handle.appendFile(text);
}
