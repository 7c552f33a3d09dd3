import { readSettings } from './settings.ts';
import { startEmulator } from './start.ts';

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'].includes((error as NodeJS.ErrnoException).code ?? '');

/** What the machine refuses, told in one sentence with what to do about it; undefined for defects. */
function explain(error: unknown): string | undefined {
  const { code = '', syscall = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return `The port is taken: ${message}. Choose another by EMULATOR_PORT.`;
  if (['listen', 'getaddrinfo'].includes(syscall))
    return `It is not possible to listen there: ${message}. Choose another place by EMULATOR_HOST and EMULATOR_PORT.`;
  if (isFull(error))
    return `The emulator cannot write its data any more: ${message}. Make room, or choose another folder by EMULATOR_DATA.`;
  if (['EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR'].includes(code))
    return `The folder of the data cannot be used: ${message}. Choose another by EMULATOR_DATA.`;
  return undefined;
}

function end(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/**
 * A defect is told and the world goes on: other clients may be in the middle of something. Without a place to write to
 * it ends, since nobody could tell afterwards what happened.
 */
const complain = (defect: unknown): void => {
  if (isFull(defect)) end(explain(defect) ?? '');
  process.stderr.write(`${defect instanceof Error ? defect.stack : String(defect)}\n`);
};

process.on('uncaughtException', (error) => end(explain(error) ?? error.stack ?? String(error)));

try {
  const running = await startEmulator({ ...readSettings(process.env), report: complain });
  process.stdout.write(`ready ${running.url}\n`);
  const stop = (): void => void running.stop().then(() => process.exit(0));
  // The channel is there when another program started this one, and breaks when that one is gone.
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, stop);
} catch (error) {
  end(explain(error) ?? (error as Error).message);
}
