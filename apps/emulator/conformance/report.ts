import type { Deviation } from './check.ts';
import type { Outcome } from './conform.ts';
import type { Covered, State } from './coverage.ts';
import type { Accepted } from './deviations.ts';

export interface Findings {
  covered: readonly Covered[];
  outcomes: readonly Outcome[];
}

/** What a person reads: every operation, every listed difference with its reason, and what is not listed last. */
export function describe({ covered, outcomes }: Findings): string {
  return [
    ...covered.map(describeOperation),
    '',
    ...describeListed(outcomes),
    '',
    ...outcomes.flatMap(describeUnlisted),
    '',
    summary(covered, outcomes),
    '',
  ].join('\n');
}

export const countUnlisted = (outcomes: readonly Outcome[]): number =>
  outcomes.reduce((sum, { unlisted }) => sum + unlisted.length, 0);

const describeOperation = ({ operation, state, calls, why }: Covered): string =>
  `${state.padEnd(10)}  ${operation}${calls > 1 ? `  (${calls} calls)` : ''}${why ? `: ${why}` : ''}`;

function describeListed(outcomes: readonly Outcome[]): string[] {
  const byEntry = new Map<Accepted, Set<string>>();
  for (const { example, listed } of outcomes) {
    for (const { deviation, entry } of listed) {
      byEntry.set(entry, (byEntry.get(entry) ?? new Set()).add(`${example.call} ${place(deviation)}`));
    }
  }
  return [...byEntry].map(([{ reason }, places]) => `listed: ${reason}\n${indent([...places])}`);
}

function describeUnlisted({ example, unlisted }: Outcome): string[] {
  if (unlisted.length === 0) return [];
  const lines = unlisted.map((one) => `${place(one)}: ${one.what}`);
  return [`NOT LISTED: ${example.call} ${example.says}\n${indent(lines)}`];
}

const place = ({ at, rule }: Deviation): string => `${at || '(whole)'} ${rule}`;

const indent = (lines: readonly string[]): string => lines.map((line) => `    ${line}`).join('\n');

function summary(covered: readonly Covered[], outcomes: readonly Outcome[]): string {
  const count = (state: State) => covered.filter((one) => one.state === state).length;
  return (
    `${covered.length} operations: ${count('valid')} answered and valid, ${count('deviating')} deviating, ` +
    `${count('not called')} not called; ${countUnlisted(outcomes)} deviations that are not listed.`
  );
}
