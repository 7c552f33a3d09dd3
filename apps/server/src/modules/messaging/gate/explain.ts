import type { Tx } from '../../../platform/db/index.ts';
import type { Asked } from './asked.ts';
import { verdictOf } from './decide.ts';
import type { Rule } from './rule.ts';
import { compile } from './statement.ts';

export interface Explained {
  rule: string;
  /** `unasked` of what such a message is not asked. */
  verdict: 'passed' | 'refused' | 'held' | 'unasked';
  until: Date | null;
  detail: Record<string, unknown> | null;
  sentence: { en: string; hi: string };
}

/** What every rule says of one contact, whatever those before it said. */
export async function explainRules(
  tx: Tx,
  { asked, contactId, rules }: { asked: Asked; contactId: string; rules: readonly Rule[] },
): Promise<Explained[]> {
  const compiled = compile({ tx, asked, audience: { contactIds: [contactId] }, rules });
  const { words, binds } = compiled;
  const columns = compiled.rules.flatMap((rule, at) => {
    const stops = `coalesce(${rule.stops(words, binds.bind, asked)}, false)`;
    const weight = rule.weighs?.(words, binds.bind, asked) ?? '1';
    const room = rule.room === undefined ? '' : ` and ${weight} > ${rule.room(words, binds.bind, asked)}`;
    const until = rule.holdsUntil?.(words, binds.bind, asked) ?? 'null::timestamptz';
    const detail = rule.detail?.(words, binds.bind, asked) ?? 'null::jsonb';
    return [`${stops}${room} as stops${at}`, `${until} as until${at}`, `${detail} as detail${at}`];
  });
  const [row] = await tx.sql<Record<string, boolean | Date | Explained['detail']>>(
    `select ${columns.join(', ')} ${compiled.from}`,
    binds.values,
  );
  return rules.map((rule) => {
    const at = compiled.rules.indexOf(rule);
    const stopped = at >= 0 && row?.[`stops${at}`] === true;
    const verdict = stopped ? verdictOf(rule) : 'passed';
    return {
      rule: rule.name,
      verdict: at < 0 || verdict === 'allowed' ? 'unasked' : verdict,
      until: stopped ? (row[`until${at}`] as Date | null) : null,
      detail: stopped ? (row[`detail${at}`] as Explained['detail']) : null,
      sentence: rule.sentence,
    };
  });
}
