import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';

const root = path.join(import.meta.dirname, '../..');
const main = path.join(root, 'apps/server/src/main.ts');
/** It starts by itself when nothing is wrong yet; when it does not, waiting is of no use. */
const mostFirstStarts = 3;
const movedClock = path.join(import.meta.dirname, 'moved-clock.ts');

export interface ProgramOptions {
  /** In which its log is written, and in which its clock is found. */
  folder: string;
  name: string;
  environment: Record<string, string>;
}

/** The real program in a process of its own, which is started again whenever it ends, as a machine does it. */
export class Program {
  /** How often it was started. */
  starts = 0;
  /** How it ended when nobody had asked it to: a defect, whatever the reason. */
  readonly ownEnds: string[] = [];
  #child: ChildProcess | undefined;
  #ready = Promise.withResolvers<string>();
  #isReady = false;
  #address = '';
  #wanted = true;
  #killed = false;
  #running: Promise<void> | undefined;
  readonly #options: ProgramOptions;

  constructor(options: ProgramOptions) {
    this.#options = options;
  }

  async start(): Promise<string> {
    this.#wanted = true;
    this.#running = this.#keepRunning();
    return this.ready();
  }

  /** Its address, once it can be used. */
  ready(): Promise<string> {
    return this.#ready.promise;
  }

  kill(): void {
    this.#killed = true;
    this.#forgetReady();
    this.#child?.kill('SIGKILL');
  }

  freeze(): void {
    this.#child?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#child?.kill('SIGCONT');
  }

  /** Asks it to end and says how long that took, in milliseconds. */
  async stop(): Promise<number> {
    const started = performance.now();
    this.#wanted = false;
    this.#child?.kill('SIGTERM');
    const late = setTimeout(() => this.#child?.kill('SIGKILL'), 40_000);
    await this.#running;
    clearTimeout(late);
    return performance.now() - started;
  }

  async #keepRunning(): Promise<void> {
    while (this.#wanted) {
      this.#killed = false;
      const child = this.#spawn();
      this.#child = child;
      createInterface(child.stdout!).on('line', (line) => {
        if (!line.startsWith('ready ')) return;
        this.#isReady = true;
        this.#address = line.slice('ready '.length);
        this.#ready.resolve(this.#address);
      });
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
      // Not being able to start while the database is away is an answer; ending later is not.
      if (this.#isReady && this.#wanted && !this.#killed) this.ownEnds.push(`ended with ${code ?? signal}`);
      this.#forgetReady();
      if (this.#address === '' && this.starts === mostFirstStarts)
        this.#ready.reject(new Error(`The program does not start; see ${this.#log}.`));
      await pause(100);
    }
  }

  /** Whoever waits already goes on waiting. */
  #forgetReady(): void {
    if (this.#isReady) this.#ready = Promise.withResolvers();
    this.#isReady = false;
  }

  get #log(): string {
    return path.join(this.#options.folder, `${this.#options.name}.log`);
  }

  #spawn(): ChildProcess {
    const { folder, environment } = this.#options;
    this.starts += 1;
    const log = openSync(this.#log, 'a');
    const clock = { CRASH_CLOCK_FILE: path.join(folder, 'clock') };
    const given = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
    return spawn(process.execPath, ['--import', movedClock, main], {
      env: { ...given, ...clock, ...environment },
      stdio: ['ignore', 'pipe', log],
    });
  }
}
