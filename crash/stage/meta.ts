import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const main = path.join(import.meta.dirname, '../../apps/emulator/src/main.ts');

/** The words of every new world of the emulator. */
export const silks = {
  metaAppId: '634974688087057',
  appSecret: 'b7c1f2a4d95e4c0f8a36e1d27f40c9b8',
  token: 'EAAtrikonEmulatorSuratSilks',
  wabaId: '102290129340398',
};
export const silksNumbers = ['106540352242922', '106540352242923'];
export const silksPortfolio = '506914307656634';

/** Meta, as the emulator is it, in a process of its own. */
export class Meta {
  url = '';
  readonly #folder: string;
  readonly #seed: string;
  #child: ChildProcess | undefined;

  constructor({ folder, seed }: { folder: string; seed: string }) {
    this.#folder = path.join(folder, 'meta');
    this.#seed = seed;
  }

  /** Where it writes down what was asked of it and what it told. */
  get journals(): string {
    return path.join(this.#folder, 'journal');
  }

  async start(): Promise<void> {
    this.#child = spawn(process.execPath, [main], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        EMULATOR_PORT: '0',
        EMULATOR_DATA: this.#folder,
        EMULATOR_SEED: this.#seed,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    this.#child.once('exit', (code) => reject(new Error(`The emulator ended with ${code}.`)));
    createInterface(this.#child.stdout!).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice('ready '.length));
    });
    this.url = await promise;
  }

  /** Asks the world, not Graph. */
  async world<Answer>(method: string, address: string, body?: object): Promise<Answer> {
    const answer = await fetch(`${this.url}/world${address}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok)
      throw new Error(`${method} /world${address} was answered ${answer.status}: ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  async stop(): Promise<void> {
    if (this.#child === undefined || this.#child.exitCode !== null) return;
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }

  /** At once, when the run itself is given up. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }
}
