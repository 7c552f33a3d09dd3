import { readConfig } from './config.ts';
import { createLogger } from './platform/log/index.ts';
import { explainStartFailure } from './start-failure.ts';
import { startProgram } from './start.ts';

/** Standard output holds only the words that other programs rely on; everything else is logged to standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.logLevel });
  const program = await startProgram({ config, log, say });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  await program.stop();
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
