import { wrong } from './wrong.ts';

/** Refuses a list in which two things answer the same. */
export function refuseRepeats<T>(list: readonly T[], key: (one: T) => unknown, details: string): void {
  if (list.length > 1 && new Set(list.map(key)).size < list.length) wrong(131009, details);
}
