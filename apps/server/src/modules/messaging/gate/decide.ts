import type { Tx } from '../../../platform/db/index.ts';
import type { Asked, ContactField } from './asked.ts';
import { prepareFor, wayOf, type Audience } from './audience.ts';
import type { Rule } from './rule.ts';
import { compile, judged, type Columns, type Compiled } from './statement.ts';

/** What the gate says of one recipient, and what it saw of them. */
export interface Decision {
  /** Whom to address: another one than was asked about if their contact was merged. */
  contactId: string;
  verdict: 'allowed' | 'held' | 'refused';
  rule: Rule | null;
  /** Of what is held: until when; null until somebody or something lets it go. */
  until: Date | null;
  /** What more the rule says of why. */
  detail: Record<string, unknown> | null;
  country: string | null;
  windowOpen: boolean;
  windowEndsAt: Date | null;
  freeEntry: boolean;
  fields: Partial<Record<ContactField, string | null>>;
}

interface Row {
  contact_id: string;
  rule: number | null;
  until: Date | null;
  detail: Record<string, unknown> | null;
  country: string | null;
  window_open: boolean;
  window_ends_at: Date | null;
  free_entry: boolean;
  fields: Partial<Record<ContactField, string | null>>;
}

/** Decides for everybody by one statement; nothing is written. */
export async function decide(
  tx: Tx,
  { asked, audience, rules }: { asked: Asked; audience: Audience; rules: readonly Rule[] },
): Promise<Decision[]> {
  await prepareFor(tx, wayOf(audience));
  const compiled = compile({ tx, asked, audience, rules, reads: ['v'] });
  const holds = holdsOf(compiled, asked);
  const details = detailsOf(compiled, asked);
  const inner = judged(compiled, asked, {
    country: 'c.country',
    ...windowsAt(compiled),
    window_ends_at: 'v.window_ends_at',
    fields: fieldsOf(asked),
    ...Object.fromEntries(holds.map(({ number, until }) => [`until${number}`, until])),
    ...Object.fromEntries(details.map(({ number, detail }) => [`detail${number}`, detail])),
  });
  const cases = holds.map(({ number }) => `when ${number} then until${number}`).join(' ');
  const until = holds.length === 0 ? 'null::timestamptz' : `case rule ${cases} end`;
  const more = details.map(({ number }) => `when ${number} then detail${number}`).join(' ');
  const detail = details.length === 0 ? 'null::jsonb' : `case rule ${more} end`;
  const rows = await tx.sql<Row>(
    `select contact_id, rule, ${until} as until, ${detail} as detail, country, window_open,
       window_ends_at, free_entry, fields from (${inner}) judged`,
    compiled.binds.values,
  );
  return rows.map((row) => decisionOf(row, compiled.rules));
}

/** Whether the customer's window and the free one are open when it leaves. */
export const windowsAt = ({ words: { at } }: Compiled): Columns => ({
  window_open: `coalesce(v.window_ends_at > ${at}, false)`,
  free_entry: `coalesce(v.free_entry_ends_at > ${at}, false)`,
});

function holdsOf({ rules, words, binds }: Compiled, asked: Asked): { number: number; until: string }[] {
  return rules.flatMap(({ holdsUntil }, at) =>
    holdsUntil === undefined ? [] : [{ number: at + 1, until: holdsUntil(words, binds.bind, asked) }],
  );
}

function detailsOf({ rules, words, binds }: Compiled, asked: Asked): { number: number; detail: string }[] {
  return rules.flatMap(({ detail }, at) =>
    detail === undefined ? [] : [{ number: at + 1, detail: detail(words, binds.bind, asked) }],
  );
}

function fieldsOf({ needed }: Asked): string {
  const names = [...new Set(needed.flatMap(({ field }) => field ?? []))];
  return `jsonb_build_object(${names.map((name) => `'${name}', c.${name}`).join(', ')})`;
}

function decisionOf(row: Row, rules: readonly Rule[]): Decision {
  const rule = row.rule === null ? null : rules[row.rule - 1]!;
  return {
    contactId: row.contact_id,
    verdict: verdictOf(rule),
    rule,
    until: row.until,
    detail: row.detail,
    country: row.country,
    windowOpen: row.window_open,
    windowEndsAt: row.window_ends_at,
    freeEntry: row.free_entry,
    fields: row.fields,
  };
}

export const verdictOf = (rule: Rule | null): Decision['verdict'] => {
  if (rule === null) return 'allowed';
  return rule.holdsUntil === undefined ? 'refused' : 'held';
};
