import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Config } from './config.ts';
import type { Logger } from './platform/log/index.ts';

const program = path.resolve(import.meta.dirname, '../../emulator/src/main.ts');

export interface RunningEmulator {
  url: string;
  stop(): Promise<void>;
}

/** The emulator could not be started, in a sentence for who starts the program. */
export class EmulatorError extends Error {
  override name = 'EmulatorError';
}

/**
 * The emulated WhatsApp in a process of its own, as Meta's would be. It ends with this one, even when this one is
 * killed: the channel between the two breaks.
 */
export async function startEmulatorBeside(
  { dataFolder, emulatorPort }: Config,
  log: Logger,
  environment: NodeJS.ProcessEnv,
): Promise<RunningEmulator> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    env: {
      ...withoutOwnSettings(environment),
      EMULATOR_DATA: path.join(dataFolder, 'emulator'),
      EMULATOR_PORT: String(emulatorPort ?? (await freePort(usualPort))),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const complaints: string[] = [];
  createInterface(child.stderr!).on('line', (line) => {
    complaints.push(line);
    log.warn({ emulator: line }, 'the emulator says');
  });
  const url = await untilReady(child, complaints);
  let wanted = true;
  child.once('exit', (code) => {
    if (wanted) log.error({ code }, 'the emulator ended by itself; start the program again to have it back');
  });
  return {
    url,
    async stop() {
      wanted = false;
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

const usualPort = 4200;

function untilReady(child: ChildProcess, complaints: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => {
      reject(
        new EmulatorError(
          `The emulator could not start. ${complaints.join(' ')} TRIKON_EMULATOR=off starts without it.`,
        ),
      );
    });
    createInterface(child.stdout!).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
  });
}

/** The usual port, or any other when somebody has that: only a port that was asked for is insisted on. */
function freePort(port: number): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port !== 0) resolve(freePort(0));
      else reject(error);
    });
    probe.listen(port, '127.0.0.1', () => {
      const chosen = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(chosen));
    });
  });
}

const withoutOwnSettings = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^(?:TRIKON_|DATABASE_URL$)/.test(name)),
  );
