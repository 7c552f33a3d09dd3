import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createPool } from '../../apps/server/src/platform/db/pool.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../apps/server/src/platform/embedded-postgres/index.ts';

/** A PostgreSQL of the run's own, on a disk of its own where that is possible. */
export class RunDatabase {
  postgres!: EmbeddedPostgres;
  /** Why the disk cannot be filled. */
  diskProblem: string | null = null;
  readonly #disk: string;

  constructor(folder: string) {
    this.#disk = path.join(folder, 'disk');
  }

  async start(): Promise<void> {
    mkdirSync(this.#disk);
    this.diskProblem = mountDisk(this.#disk);
    this.postgres = await startEmbeddedPostgres({
      directory: path.join(this.#disk, 'postgres'),
      log: () => {},
      // So that the small disk is not filled by what could be dropped.
      settings: { max_wal_size: '96MB' },
    });
  }

  get url(): string {
    return this.postgres.url;
  }

  /** Asks as the owner of all, past the program and its line. */
  async ask<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    const pool = createPool({ url: this.url, max: 1, name: 'crash', onIdleError: () => {} });
    try {
      return (await pool.query<Row>(text, values)).rows;
    } finally {
      await pool.end();
    }
  }

  killPostmaster(): void {
    process.kill(this.postgres.pid, 'SIGKILL');
  }

  /** Leaves no room on its disk. */
  fill(): void {
    const { bavail, bsize } = statfsSync(this.#disk);
    const piece = Buffer.alloc(1024 * 1024);
    try {
      for (let free = bavail * bsize, nth = 0; free > -piece.length; free -= piece.length, nth++)
        writeFileSync(this.#ballast, piece, { flag: nth === 0 ? 'w' : 'a' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }

  makeRoom(): void {
    rmSync(this.#ballast, { force: true });
  }

  async stop(): Promise<void> {
    this.makeRoom();
    await this.postgres.stop();
  }

  /** After everything in it was looked at. */
  unmount(): void {
    if (this.diskProblem === null) execFileSync('umount', ['-l', this.#disk]);
  }

  get #ballast(): string {
    return path.join(this.#disk, 'ballast');
  }
}

function mountDisk(folder: string): string | null {
  if (process.getuid?.() !== 0) return 'only root may make a small disk';
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=640m,mode=755', 'trikon-crash', folder], {
      stdio: 'pipe',
    });
    return null;
  } catch (error) {
    return `this machine makes no small disk (${(error as Error).message.split('\n').at(-2) ?? 'mount'})`;
  }
}
