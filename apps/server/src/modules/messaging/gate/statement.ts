import type { Asked } from './asked.ts';
import { categoryOfClass } from './asked.ts';
import { onlyAudience, recipientsOf, wayOf, type Audience } from './audience.ts';
import { createBinds, type Bind, type Binds } from '../../../platform/db/index.ts';
import { joinsOf } from './relations.ts';
import type { RelationName, Rule, Words } from './rule.ts';

/** The gate's statement for one intent over an audience, with the rules that apply to it. */
export interface Compiled {
  /** The rules by the numbers that the statement answers with, from 1 on. */
  rules: readonly Rule[];
  /** Everybody joined with what the rules read. */
  from: string;
  order: string;
  /** The number of the first rule that stops a recipient; null of those who pass. */
  verdict: string;
  id: string;
  words: Words;
  binds: Binds;
}

interface Compiling {
  tx: { workspaceId: string };
  asked: Asked;
  audience: Audience;
  rules: readonly Rule[];
  /** What the caller reads beside the rules. */
  reads?: readonly RelationName[];
}

export function compile({ tx, asked, audience, rules: all, reads = [] }: Compiling): Compiled {
  const binds = createBinds(tx.workspaceId);
  const { bind } = binds;
  const rules = all.filter((rule) => rule.applies(asked));
  const words = wordsOf(asked, bind);
  const recipients = recipientsOf(audience, bind);
  const given = { bind, way: wayOf(audience), asked };
  const relations = new Set([...reads, ...rules.flatMap(({ needs }) => needs)]);
  const joins = [
    ...joinsOf(relations, given),
    ...rules.flatMap((rule) => (rule.joins === undefined ? [] : [rule.joins({ ...given, words })])),
  ];
  const cases = casesOf(rules, (rule) => rule.stops(words, bind, asked), words);
  return {
    rules,
    from: [recipients.from, ...joins, onlyAudience(audience)].join('\n'),
    order: recipients.order,
    verdict: cases.length === 0 ? 'null::int' : `case ${cases.join('\n')} end`,
    id: recipients.id,
    words,
    binds,
  };
}

/** Rules with room are left for later: whom they stop depends on whom nothing before them stops. */
function casesOf(rules: readonly Rule[], stops: (rule: Rule) => string, words: Words): string[] {
  const cases: string[] = [];
  for (const [at, rule] of rules.entries()) {
    if (rule.room !== undefined) continue;
    if (rule.reason === undefined) cases.push(`when ${stops(rule)} then ${at + 1}`);
    else if (rules[at - 1]?.reason !== rule.reason) cases.push(caseOfKind(rules, at, words));
  }
  return cases;
}

function caseOfKind(rules: readonly Rule[], first: number, words: Words): string {
  const kind = rules[first]!.reason!;
  const named = rules.flatMap(({ reason, name }, at) =>
    reason === kind ? [`when '${name}' then ${at + 1}`] : [],
  );
  // A reason that has no rule yet stops all the same.
  return `when ${kind(words)} is not null then case ${kind(words)} ${named.join(' ')} else ${first + 1} end`;
}

/**
 * Bound when a rule reads them: a parameter that is nowhere in a statement has no type. Categories are a closed list of
 * words, so they may stand in the text, where the planner sees them.
 */
const wordsOf = (asked: Asked, bind: Bind): Words => ({
  contact: 'c',
  get at() {
    return bind(asked.at, 'timestamptz');
  },
  category: `'${categoryOfClass[asked.class]}'`,
  get purpose() {
    return asked.purpose === null ? 'null::text' : bind(asked.purpose, 'text');
  },
});

/** What is read of each recipient beside the verdict: names, and the expressions behind them. */
export type Columns = Readonly<Record<string, string>>;

/**
 * Every recipient with the number of the rule that stops them, under `rule`. A rule with room lets as many pass as it
 * has room for, in their order, of those whom nothing before it stops.
 */
export function judged(compiled: Compiled, asked: Asked, columns: Columns): string {
  const { rules, from, order, verdict, id, words, binds } = compiled;
  const limited = rules.flatMap((rule, at) => (rule.room === undefined ? [] : [{ rule, number: at + 1 }]));
  const weights = limited.map(({ rule, number }) => {
    const weight = rule.weighs?.(words, binds.bind, asked) ?? '1';
    return [
      `weight${number}`,
      `case when ${rule.stops(words, binds.bind, asked)} then ${weight} else 0 end`,
    ] as const;
  });
  const read = Object.entries({ contact_id: id, ...columns, ...Object.fromEntries(weights) });
  const base = `select ${verdict} as rule, ${read.map(([name, as]) => `${as} as ${name}`).join(', ')} ${from} ${order}`;
  const names = read.map(([name]) => name).join(', ');
  // Whom a later rule has stopped this one may stop all the same: of all that would stop a message the first decides.
  return limited.reduce((inner, { rule, number }) => {
    const mine = `(rule is null or rule > ${number}) and weight${number} > 0`;
    return `select case when ${mine} and taken > ${rule.room!(words, binds.bind, asked)} then ${number} else rule end as rule, ${names}
      from (select *, sum(case when ${mine} then weight${number} else 0 end) over (rows unbounded preceding) as taken
        from (${inner}) weighed) limited`;
  }, base);
}
