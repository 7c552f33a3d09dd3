import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import type { Audience } from '../gate/audience.ts';
import { dryRunRules, type Outcome } from '../gate/dry-run.ts';
import { explainRules } from '../gate/explain.ts';
import { orderedRules, type GateParts } from '../gate/ordered-rules.ts';
import { readAsked, type Told } from '../gate/read-asked.ts';
import { byLanguage, inTheirLanguage } from './their-language.ts';
import { estimateOf, type Spending } from '../gate/spending.ts';

/** What every rule says of a message to one contact. Nothing is sent. */
export async function explain(tx: Tx, parts: GateParts, contactId: string, told: Told) {
  const known = await tx.sql('select from contacts where workspace_id = $1 and contact_id = $2', [
    tx.workspaceId,
    contactId,
  ]);
  if (known.length === 0) throw notFound('contact');
  const { asked: own, choice } = await inTheirLanguage(tx, told, contactId);
  const { asked } = await readAsked(tx, own, { contactIds: [contactId] });
  const rules = await explainRules(tx, { asked, contactId, rules: orderedRules(parts) });
  const first = rules.find(({ verdict }) => verdict === 'refused' || verdict === 'held');
  return {
    verdict: first === undefined ? ('allowed' as const) : (first.verdict as 'refused' | 'held'),
    rules,
    language: choice,
  };
}

/** Whom a message would reach and whom each rule would stop, and what that would cost. Nothing is sent. */
export async function dryRun(tx: Tx, parts: GateParts, audience: Audience, told: Told) {
  const all: Outcome[] = [];
  let spending: Spending | null = null;
  for (const group of await byLanguage(tx, told, audience)) {
    const { asked } = await readAsked(tx, group.asked, group.audience);
    spending = asked.spending;
    all.push(...(await dryRunRules(tx, { asked, audience: group.audience, rules: orderedRules(parts) })));
  }
  const outcomes = joined(all);
  const countOf = (verdict: Outcome['verdict']): number =>
    outcomes.reduce((sum, outcome) => sum + (outcome.verdict === verdict ? outcome.count : 0), 0);
  const [allowed, held, refused] = [countOf('allowed'), countOf('held'), countOf('refused')];
  return {
    total: allowed + held + refused,
    allowed,
    held,
    refused,
    outcomes: outcomes.map(({ verdict, rule, count, sample }) => ({
      verdict,
      rule: rule?.name ?? null,
      sentence: rule?.sentence ?? null,
      count,
      sample,
    })),
    estimate: { micros: costOf(outcomes, spending), currency: spending?.currency ?? null },
  };
}

/** What one rule says of several groups, as one. */
const joined = (outcomes: readonly Outcome[]): Outcome[] =>
  [...Map.groupBy(outcomes, ({ rule }) => rule?.name).values()].map((same) => ({
    ...same[0]!,
    count: same.reduce((sum, { count }) => sum + count, 0),
    sample: same.flatMap(({ sample }) => sample).slice(0, 5),
    groups: same.flatMap(({ groups }) => groups),
  }));

/** Null when the price of one of them is unknown: half a sum would mislead. */
function costOf(outcomes: readonly Outcome[], spending: Spending | null): number | null {
  let sum = 0;
  for (const { groups } of outcomes.filter(({ verdict }) => verdict !== 'refused')) {
    for (const { count, ...circumstances } of groups) {
      const micros = estimateOf(spending, circumstances);
      if (micros === null) return null;
      sum += count * micros;
    }
  }
  return sum;
}
