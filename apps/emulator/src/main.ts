import { readSettings } from './settings.ts';
import { startEmulator } from './start.ts';

try {
  const running = await startEmulator(readSettings(process.env));
  console.log(`ready ${running.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void running.stop().then(() => process.exit(0)));
  }
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  console.error(
    code === 'EADDRINUSE' ? `The port is taken: ${message}. Choose another by EMULATOR_PORT.` : message,
  );
  process.exitCode = 1;
}
