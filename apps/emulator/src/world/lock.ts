import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Keeps a second emulator out of a folder; what a killed one left behind is taken over. Call the result to let go. */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'emulator.pid');
  const holder = holderOf(file);
  if (holder !== undefined) {
    throw new Error(
      `${folder} is in use by another emulator (process ${holder}); choose another folder by EMULATOR_DATA.`,
    );
  }
  writeFileSync(file, `${process.pid}\n`);
  return () => rmSync(file, { force: true });
}

/** The living process that holds it. Our own number in the file is that of a predecessor, as it is in a container. */
function holderOf(file: string): number | undefined {
  const pid = Number(contentOf(file));
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    // Somebody else's process lives, although it may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? pid : undefined;
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
