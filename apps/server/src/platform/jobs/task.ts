import type { z } from 'zod';
import type { Database, SystemTx, Tx } from '../db/index.ts';

/** A job as the queue delivers it: nothing in it is trusted before the task has checked it. */
interface Delivery {
  jobId: string;
  payload: unknown;
  /** 1 for the first try. */
  attempt: number;
  maxAttempts: number;
  signal: AbortSignal;
  db: Database;
}

interface JobBase<Input> extends Pick<Delivery, 'jobId' | 'attempt' | 'maxAttempts'> {
  input: Input;
  /** Aborted when the program stops or has lost the job to another copy: finish within seconds or throw. */
  signal: AbortSignal;
}

export interface WorkspaceJob<Input> extends JobBase<Input> {
  workspaceId: string;
  inWorkspace: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readWorkspace: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

export interface SystemJob<Input> extends JobBase<Input> {
  acrossWorkspaces: <T>(work: (tx: SystemTx) => Promise<T>) => Promise<T>;
}

/** What a worker needs of a task, whatever its input is. */
export interface RunnableTask<Parts = never> {
  readonly name: string;
  readonly maxAttempts: number;
  readonly schedule?: string;
  perform(delivery: Delivery, parts: Parts): Promise<void>;
}

/** What queuing needs of a task, whatever parts its work takes. */
export interface QueuedTask<Input, Scope extends 'workspace' | 'installation'> {
  readonly name: string;
  readonly maxAttempts: number;
  readonly scope: Scope;
  /** The input as JSON; throws when it is not what the task takes. */
  encode(input: Input): unknown;
}

export type Task<Input, Parts = unknown> = QueuedTask<Input, 'workspace'> & RunnableTask<Parts>;
export type SystemTask<Input, Parts = unknown> = QueuedTask<Input, 'installation'> & RunnableTask<Parts>;

interface TaskOptions<Schema extends z.ZodType> {
  /** `<module>.<verb>`; stored in the queue, so a renamed task no longer finds its waiting jobs. */
  name: string;
  /** Ids, not content: an input is kept in the queue as JSON, at most 64 KB of it. */
  input: Schema;
  /** Tries before the job counts as failed. The pauses between them grow from 3 seconds to 6 hours. */
  maxAttempts?: number;
}

const standardAttempts = 10;

/** The job is wrong in a way that trying again cannot mend; it goes to the failed ones at once. */
export class GiveUp extends Error {
  override name = 'GiveUp';
}

/**
 * Work for one workspace. It runs at least once: after a crash it may run again, so it must bear repetition.
 * It should take seconds, and hand what remains to a next job, for a worker's slot is held until it ends.
 */
export function defineTask<Schema extends z.ZodType, Parts = unknown>(
  options: TaskOptions<Schema> & {
    run: (job: WorkspaceJob<z.output<Schema>>, parts: Parts) => Promise<void>;
  },
): Task<z.input<Schema>, Parts> {
  const { name, input, maxAttempts = standardAttempts, run } = options;
  return {
    name,
    maxAttempts,
    scope: 'workspace',
    encode: (value) => encode(name, input, value),
    perform: async ({ payload, db, ...delivery }, parts) => {
      const { workspace_id: workspaceId } = payload as { workspace_id?: unknown };
      if (typeof workspaceId !== 'string') throw new GiveUp(`A job of ${name} carries no workspace.`);
      const scope = { workspaceId, actor: { kind: 'system', id: name } } as const;
      const job: WorkspaceJob<z.output<Schema>> = {
        ...delivery,
        workspaceId,
        input: decode(name, input, payload),
        inWorkspace: (work) => db.inWorkspace(scope, work),
        readWorkspace: (work) => db.readWorkspace(scope, work),
      };
      await run(job, parts);
    },
  };
}

/** Work for the whole installation, such as clean-up; queued by the system's paths or by its schedule. */
export function defineSystemTask<Schema extends z.ZodType, Parts = unknown>(
  options: TaskOptions<Schema> & {
    /** When it runs, as a cron pattern in UTC; a fixed minute missed in the last day is made up for at the start. */
    schedule?: string;
    run: (job: SystemJob<z.output<Schema>>, parts: Parts) => Promise<void>;
  },
): SystemTask<z.input<Schema>, Parts> {
  const { name, input, maxAttempts = standardAttempts, schedule, run } = options;
  return {
    name,
    maxAttempts,
    schedule,
    scope: 'installation',
    encode: (value) => encode(name, input, value),
    perform: async ({ payload, db, ...delivery }, parts) => {
      const job: SystemJob<z.output<Schema>> = {
        ...delivery,
        input: decode(name, input, payload),
        acrossWorkspaces: (work) => db.acrossWorkspaces('jobs', work, { kind: 'system', id: name }),
      };
      await run(job, parts);
    },
  };
}

const longestInput = 65_536;

/** Checks what the worker will see, which is the input after a journey through JSON. */
function encode(name: string, schema: z.ZodType, value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null';
  if (text.length > longestInput)
    throw new Error(`The input of ${name} is ${text.length} characters long; store it and pass its id.`);
  const travelled: unknown = JSON.parse(text);
  const checked = schema.safeParse(travelled);
  if (!checked.success) throw new Error(`The input of ${name} is wrong: ${checked.error.message}`);
  return travelled;
}

function decode<Schema extends z.ZodType>(name: string, schema: Schema, payload: unknown): z.output<Schema> {
  const { input } = payload as { input?: unknown };
  const checked = schema.safeParse(input);
  // A job of an older program; the values stay out of the text, which people read.
  if (!checked.success) {
    const fields = checked.error.issues.map((issue) => issue.path.join('.') || 'all of it').join(', ');
    throw new GiveUp(`The input of ${name} is no longer understood: ${fields}.`);
  }
  return checked.data;
}
