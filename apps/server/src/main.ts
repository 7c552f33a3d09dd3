import { type Config, readConfig } from './config.ts';
import { emulatedApp, emulatedSignUp } from './demo/index.ts';
import { startEmulatorBeside } from './emulator.ts';
import { createLogger } from './platform/log/index.ts';
import { explainStartFailure } from './start-failure.ts';
import { startProgram, wantsDemo } from './start.ts';

/** Standard output holds only the words that other programs rely on; everything else is logged to standard error. */
function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<void> {
  // Listened for from the first moment: whoever gives up during the start leaves nothing half begun either.
  const askedToStop = untilAskedToStop();
  const config = readConfig(process.env);
  const log = createLogger({ level: config.logLevel });
  const emulator = wantsEmulator(config) ? await startEmulatorBeside(config, log, process.env) : null;
  if (emulator) say(`The emulated WhatsApp: ${emulator.url.replace('127.0.0.1', 'localhost')}/phones`);
  const isEmulated = emulator !== null && config.graphUrl === undefined;
  const program = await startProgram({
    config: isEmulated ? withEmulatedMeta(config, emulator.url) : config,
    isEmulated,
    log,
    say,
  });
  await askedToStop;
  await program.stop();
  await emulator?.stop();
}

function wantsEmulator(config: Config): boolean {
  return config.emulator === 'auto' ? wantsDemo(config) : config.emulator === 'on';
}

/** The emulator is all of Meta: Graph, and the app in whose name owners sign up. */
function withEmulatedMeta(config: Config, graphUrl: string): Config {
  const { metaAppId, appSecret: metaAppSecret } = emulatedApp;
  const { configId: metaConfigId, businessAppConfigId: metaBusinessAppConfigId } = emulatedSignUp;
  return { ...config, graphUrl, metaAppId, metaAppSecret, metaConfigId, metaBusinessAppConfigId };
}

/** One wish may arrive twice, from a terminal and from npm; a second one later means that someone is tired of waiting. */
function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    const stop = (): void => {
      if (asked === 0) asked = performance.now();
      else if (performance.now() - asked > 1_000) process.exit(1);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}

try {
  await main();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explainStartFailure(error)}\n`);
  process.exit(1);
}
