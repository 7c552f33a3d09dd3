import type { Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { readCards, readHidden } from './cards.ts';
import { fewestForARate } from './rates.ts';

export async function listScorecards(tx: Tx) {
  const hidden = await readHidden(tx);
  return { hidden, fewest: fewestForARate, items: await readCards(tx, { hidden: hidden.rate }) };
}

interface Language {
  name: string;
  templateId: string | null;
  language: string;
}

interface Day {
  day: string;
  sent: number;
  delivered: number;
  read: number;
  failed: number;
  replied: number;
  optedOut: number;
}

interface Turn {
  field: string;
  before: string | null;
  after: string | null;
  at: Date;
}

export async function getScorecard(tx: Tx, familyId: string) {
  const rows = await tx.sql<Language>(
    `select f.name, l.template_id as "templateId", coalesce(t.language, '') as language from template_families f
     left join template_variants v using (workspace_id, family_id)
     left join template_links l on l.workspace_id = v.workspace_id and l.variant_id = v.variant_id
     left join templates t on t.workspace_id = l.workspace_id and t.template_id = l.template_id
     where f.workspace_id = $1 and f.family_id = $2 order by v.created_at, t.language, t.template_id`,
    [tx.workspaceId, familyId],
  );
  const [first] = rows;
  if (first === undefined) throw notFound('template');
  const hidden = await readHidden(tx);
  const cards = await readCards(tx, { hidden: hidden.rate, familyId });
  const ids = rows.flatMap(({ templateId }) => templateId ?? []);
  const [days, failures, turns, speeds] = [
    await readDays(tx, ids),
    await readFailures(tx, ids),
    await readTurns(tx, ids),
    await readSpeeds(tx, ids),
  ];
  const of = <Row extends { templateId: string }>(
    all: Row[],
    templateId: string,
  ): Omit<Row, 'templateId'>[] =>
    all.flatMap(({ templateId: own, ...row }) => (own === templateId ? [row] : []));
  return {
    name: first.name,
    hidden,
    languages: rows.flatMap(({ templateId, language }) =>
      templateId === null
        ? []
        : [
            {
              templateId,
              language,
              scorecard: {
                cards: cards.filter((card) => card.templateId === templateId),
                days: of(days, templateId),
                failures: of(failures, templateId),
                readSeconds: speeds.get(templateId) ?? null,
                turns: of(turns, templateId),
              },
            },
          ],
    ),
  };
}

/** Thirty days without gaps, so that a line through them does not lie. */
const readDays = (tx: Tx, ids: readonly string[]): Promise<(Day & { templateId: string })[]> =>
  tx.sql(
    `select given.id as "templateId", span.day::date::text as day, coalesce(sum(d.sent), 0)::integer as sent,
       coalesce(sum(d.delivered), 0)::integer as delivered, coalesce(sum(d.read), 0)::integer as read,
       coalesce(sum(d.failed), 0)::integer as failed, coalesce(sum(d.replied), 0)::integer as replied,
       coalesce(sum(d.opted_out), 0)::integer as "optedOut"
     from workspaces w cross join unnest($2::uuid[]) as given (id)
     cross join generate_series(($3::timestamptz at time zone w.time_zone)::date - 29, ($3::timestamptz at time zone w.time_zone)::date,
       interval '1 day') as span (day)
     left join template_days d on d.workspace_id = w.workspace_id and d.template_id = given.id and d.day = span.day::date
     where w.workspace_id = $1 group by 1, 2 order by 1, 2`,
    [tx.workspaceId, ids, tx.now],
  );

const readFailures = (
  tx: Tx,
  ids: readonly string[],
): Promise<{ templateId: string; code: number; count: number }[]> =>
  tx.sql(
    `select template_id as "templateId", code::integer as code, sum(count::integer)::integer as count
     from template_days cross join jsonb_each_text(failures) as each (code, count)
     where workspace_id = $1 and template_id = any($2::uuid[]) and day > $3::timestamptz::date - 30
     group by 1, 2 order by 1, 3 desc, 2`,
    [tx.workspaceId, ids, tx.now],
  );

const readTurns = (tx: Tx, ids: readonly string[]): Promise<(Turn & { templateId: string })[]> =>
  tx.sql(
    `select template_id as "templateId", field, before, after, at from template_turns
     where workspace_id = $1 and template_id = any($2::uuid[]) order by at desc, field limit 100`,
    [tx.workspaceId, ids],
  );

/** The usual day’s half, which a single odd day does not move. */
async function readSpeeds(tx: Tx, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.sql<{ templateId: string; seconds: number }>(
    `select template_id as "templateId", percentile_disc(0.5) within group (order by read_seconds) as seconds from template_days
     where workspace_id = $1 and template_id = any($2::uuid[]) and day > $3::timestamptz::date - 30
       and read_seconds is not null group by 1`,
    [tx.workspaceId, ids, tx.now],
  );
  return new Map(rows.map(({ templateId, seconds }) => [templateId, seconds]));
}
