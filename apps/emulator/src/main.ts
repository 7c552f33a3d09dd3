import { readSettings } from './settings.ts';
import { startEmulator } from './start.ts';

/** A defect is told and the world goes on: other clients may be in the middle of something. */
const complain = (defect: unknown): void => {
  process.stderr.write(`${defect instanceof Error ? defect.stack : String(defect)}\n`);
};

try {
  const running = await startEmulator({ ...readSettings(process.env), report: complain });
  process.stdout.write(`ready ${running.url}\n`);
  const stop = (): void => void running.stop().then(() => process.exit(0));
  // The channel is there when another program started this one, and breaks when that one is gone.
  for (const end of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(end, stop);
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  process.stderr.write(
    `${code === 'EADDRINUSE' ? `The port is taken: ${message}. Choose another by EMULATOR_PORT.` : message}\n`,
  );
  process.exitCode = 1;
}
