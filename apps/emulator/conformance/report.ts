import type { Deviation } from './check.ts';
import type { Outcome } from './conform.ts';
import type { Covered, State } from './coverage.ts';
import type { Accepted } from './deviations.ts';
import { withoutExample } from './examples/all.ts';
import type { Compared } from './rehearsal/compare-samples.ts';
import type { CheckedWebhooks, Rehearsal } from './rehearsal/rehearse.ts';

export interface Findings {
  covered: readonly Covered[];
  outcomes: readonly Outcome[];
}

type Whole = Findings & Pick<Rehearsal, 'samples' | 'stumbles' | 'untrue' | 'webhooks'>;

/** The report of a whole run: calls, webhooks, recorded bodies, and what could not be played. */
export function describeRehearsal(whole: Whole): string {
  const { webhooks, samples, stumbles, untrue } = whole;
  return [
    describe(whole),
    ...describeWebhooks(webhooks),
    '',
    ...samples.map(describeSample),
    '',
    ...stumbles.map(({ says, why }) => `COULD NOT BE PLAYED: ${says}\n    ${why}`),
    ...untrue.map(
      ({ row, answered }) => `NOT TRUE: ${row.call} is answered ${answered}, not ${row.error} as listed`,
    ),
    `${webhooks.came} webhooks of ${webhooks.fields.length} fields: ${webhooks.unlisted.length} deviations that are not ` +
      `listed; ${samples.filter(isProduced).length} of ${samples.length} recorded bodies produced.`,
    '',
  ].join('\n');
}

/** What makes a run fail. */
export const countFailures = ({ outcomes, covered, webhooks, samples, stumbles, untrue }: Whole): number =>
  countUnlisted(outcomes) +
  covered.filter(({ state, operation }) => state === 'not called' && !(operation in withoutExample)).length +
  webhooks.unlisted.length +
  samples.filter((sample) => !isProduced(sample)).length +
  stumbles.length +
  untrue.length;

const isProduced = ({ came, differences }: Compared): boolean => came > 0 && differences.length === 0;

function describeWebhooks({ listed, unlisted }: CheckedWebhooks): string[] {
  const reasons = Map.groupBy(listed, ({ entry }) => entry.reason);
  return [
    ...[...reasons].map(([reason, of]) => {
      const places = of.map(({ field, deviation }) => `${field} ${place(deviation)}`);
      return `listed: ${reason}\n${indent(places)}`;
    }),
    ...unlisted.map(
      ({ field, deviation }) => `NOT LISTED: webhook ${field}\n    ${place(deviation)}: ${deviation.what}`,
    ),
  ];
}

function describeSample({ sample, came, differences }: Compared): string {
  if (came === 0) return `NOT PRODUCED  ${sample}`;
  if (differences.length === 0) return `produced    ${sample}`;
  return `DIFFERENT   ${sample}\n${indent(differences.map(({ at, kind, what }) => `${at} ${kind}: ${what}`))}`;
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
  `${state.padEnd(11)}  ${operation}${calls > 1 ? `  (${calls} calls)` : ''}${why ? `: ${why}` : ''}`;

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
    `${count('unsupported')} unsupported, ${count('not called')} not called; ` +
    `${countUnlisted(outcomes)} deviations that are not listed.`
  );
}
