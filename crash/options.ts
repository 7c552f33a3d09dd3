import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';

export interface CrashOptions {
  seed: string;
  /** How often the program or its database is killed at least. */
  kills: number;
  /** Faults strike for so long at least. */
  seconds: number;
  /** Names of the only faults that strike; all of them when it is empty. */
  only: string[];
  /** Keep the folder with the journals and the database when nothing was wrong, too. */
  keep: boolean;
}

/** What fits into five minutes together with the start, the draining and the comparison. */
const quick = { kills: 10, seconds: 75 };

export function readOptions(given: string[]): CrashOptions {
  const { values } = parseArgs({
    args: given,
    options: {
      quick: { type: 'boolean', default: false },
      kills: { type: 'string' },
      seconds: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string', default: '' },
      keep: { type: 'boolean', default: false },
    },
  });
  const usual = values.quick || values.kills === undefined ? quick : { kills: 0, seconds: 0 };
  return {
    seed: values.seed ?? randomBytes(4).toString('hex'),
    kills: countOf('kills', values.kills, usual.kills),
    seconds: countOf('seconds', values.seconds, usual.seconds),
    only: values.only.split(',').filter((name) => name !== ''),
    keep: values.keep,
  };
}

function countOf(name: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  if (/^\d{1,7}$/.test(text)) return Number(text);
  throw new Error(`--${name} must be a number and is ${text}.`);
}
