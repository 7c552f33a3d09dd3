import type { Tx } from '../../../platform/db/index.ts';
import type { Asked } from './asked.ts';
import { prepareFor, wayOf, type Audience } from './audience.ts';
import { verdictOf, windowsAt } from './decide.ts';
import type { Rule } from './rule.ts';
import { compile, judged } from './statement.ts';

/** So many of those who pass or are stopped alike; what they cost depends on no more than this. */
interface Group {
  country: string | null;
  windowOpen: boolean;
  freeEntry: boolean;
  count: number;
}

/** Those who pass, or whom one rule stops. */
export interface Outcome {
  verdict: 'allowed' | 'held' | 'refused';
  rule: Rule | null;
  count: number;
  /** A few of them, to look at. */
  sample: string[];
  groups: Group[];
}

interface Row {
  rule: number | null;
  country: string | null;
  window_open: boolean;
  free_entry: boolean;
  count: number;
  sample: string[];
}

const sampled = 5;

/** Decides as sending would, and counts instead of sending. */
export async function dryRunRules(
  tx: Tx,
  { asked, audience, rules }: { asked: Asked; audience: Audience; rules: readonly Rule[] },
): Promise<Outcome[]> {
  await prepareFor(tx, wayOf(audience));
  const compiled = compile({ tx, asked, audience, rules, reads: ['v'] });
  const inner = judged(compiled, asked, { country: 'c.country', ...windowsAt(compiled) });
  const rows = await tx.sql<Row>(
    `select rule, country, window_open, free_entry, count(*)::int as count,
       (array_agg(contact_id))[1:${sampled}] as sample
     from (${inner}) judged group by rule, country, window_open, free_entry`,
    compiled.binds.values,
  );
  return [...Map.groupBy(rows, ({ rule }) => rule)]
    .toSorted(([one], [other]) => (one ?? 0) - (other ?? 0))
    .map(([number, found]) => {
      const rule = number === null ? null : compiled.rules[number - 1]!;
      return {
        verdict: verdictOf(rule),
        rule,
        count: found.reduce((sum, { count }) => sum + count, 0),
        sample: found.flatMap(({ sample }) => sample).slice(0, sampled),
        groups: found.map(({ country, window_open: windowOpen, free_entry: freeEntry, count }) => ({
          country,
          windowOpen,
          freeEntry,
          count,
        })),
      };
    });
}
