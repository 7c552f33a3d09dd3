import type { Tx } from '../../../platform/db/index.ts';
import { correctedRead, differs, hiddenShare, rateOf, type Rate } from './rates.ts';
import type { RuleName } from './rule-list.ts';

/** Sums of days, as every card is made of them. */
interface Sums {
  sent: number;
  delivered: number;
  read: number;
  failed: number;
  replied: number;
  pressed: number;
  optedOut: number;
  blocked: number;
}

export interface CardRow extends Sums {
  templateId: string;
  familyId: string | null;
  family: string;
  language: string;
  category: string;
  version: number | null;
  versionId: string | null;
  quality: string | null;
  status: string;
  sentWeek: number;
  held: boolean;
  dailyMost: number | null;
  insteadOf: string | null;
  activeRules: RuleName[];
}

const sums = `sum(d.sent)::integer as sent, sum(d.delivered)::integer as delivered, sum(d.read)::integer as read,
  sum(d.failed)::integer as failed, sum(d.replied)::integer as replied, sum(d.pressed)::integer as pressed,
  sum(d.opted_out)::integer as "optedOut", sum(d.blocked)::integer as blocked`;

/** Thirty days, by template and version; what the last version of each is stands with what holds it. */
const cardRows = (tx: Tx, familyId: string | null): Promise<CardRow[]> =>
  tx.sql<CardRow>(
    `with counted as (
       select d.workspace_id, d.template_id, d.version_id, ${sums},
         coalesce(sum(d.sent) filter (where d.day > ($2::timestamptz at time zone w.time_zone)::date - 7), 0)::integer as "sentWeek"
       from template_days d join workspaces w using (workspace_id)
       where d.workspace_id = $1 and d.day > ($2::timestamptz at time zone w.time_zone)::date - 30
       group by 1, 2, 3
     )
     select t.template_id as "templateId", f.family_id as "familyId", coalesce(f.name, t.name) as family, t.language, t.category,
       v.number as version, v.version_id as "versionId", t.quality, t.status, c."sentWeek", c.sent, c.delivered, c.read, c.failed,
       c.replied, c.pressed, c."optedOut", c.blocked, k.held_at is not null as held, k.daily_most as "dailyMost",
       o.name as "insteadOf",
       array(select distinct a.rule from template_actions a where a.workspace_id = t.workspace_id
         and a.template_id = t.template_id and a.state = 'active' order by 1) as "activeRules"
     from counted c
     join templates t on t.workspace_id = c.workspace_id and t.template_id = c.template_id
     left join template_links l on l.workspace_id = t.workspace_id and l.template_id = t.template_id
     left join template_variants x on x.workspace_id = l.workspace_id and x.variant_id = l.variant_id
     left join template_families f on f.workspace_id = x.workspace_id and f.family_id = x.family_id
     left join template_versions v on v.workspace_id = c.workspace_id and v.version_id = c.version_id
     left join template_controls k on k.workspace_id = t.workspace_id and k.template_id = t.template_id
     left join templates o on o.workspace_id = k.workspace_id and o.template_id = k.instead_id
     where $3::uuid is null or f.family_id = $3
     order by c."sentWeek" desc, c.sent desc, family, t.language, v.number desc nulls last limit 500`,
    [tx.workspaceId, tx.now, familyId],
  );

/** Of ninety days and all templates: who hides receipts does so whatever they are sent. */
export async function readHidden(tx: Tx) {
  const [row] = await tx.sql<{ answered: number; answeredUnread: number }>(
    `select coalesce(sum(answered), 0)::integer as answered, coalesce(sum(answered_unread), 0)::integer as "answeredUnread"
     from template_days where workspace_id = $1 and day > $2::timestamptz::date - 90`,
    [tx.workspaceId, tx.now],
  );
  const rate = hiddenShare(row!);
  return { rate, sentence: hiddenInWords(rate) };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;

function hiddenInWords({ of, share, low, high, sure }: Rate) {
  if (!sure || share === null)
    return {
      en: `So far ${of} people answered: too few to tell how many hide read receipts. Read shares are what WhatsApp reports, and the truth is higher.`,
      hi: `अब तक ${of} लोगों ने जवाब दिया: इतने कम से यह नहीं बताया जा सकता कि कितने लोग पढ़ने की रसीद छिपाते हैं। पढ़ने का हिस्सा वही है जो WhatsApp बताता है; सच इससे ज़्यादा है।`,
    };
  return {
    en: `Of ${of} people who answered, ${percent(share)} never showed that they had read. So between ${percent(low)} and ${percent(high)} seem to hide receipts, and corrected shares reckon with that. People who answer may differ from those who do not.`,
    hi: `जवाब देने वाले ${of} लोगों में ${percent(share)} ने पढ़ने की रसीद नहीं भेजी। यानी ${percent(low)} से ${percent(high)} लोग रसीद छिपाते लगते हैं; सुधारे गए हिस्से में यह जोड़ा गया है। जवाब देने वाले बाकी लोगों से अलग हो सकते हैं।`,
  };
}

export async function readCards(tx: Tx, { hidden, familyId }: { hidden: Rate; familyId?: string }) {
  const rows = await cardRows(tx, familyId ?? null);
  const usual = await usualReads(tx);
  return rows.map((row) => cardOf(row, { hidden, usual }));
}

/** What share is read of each category over the whole workspace. */
async function usualReads(tx: Tx): Promise<Map<string, { delivered: number; read: number }>> {
  const rows = await tx.sql<{ category: string; delivered: number; read: number }>(
    `select t.category, sum(d.delivered)::integer as delivered, sum(d.read)::integer as read
     from template_days d join templates t using (workspace_id, template_id)
     where d.workspace_id = $1 and d.day > $2::timestamptz::date - 30 group by 1`,
    [tx.workspaceId, tx.now],
  );
  return new Map(rows.map(({ category, ...each }) => [category, each]));
}

function cardOf(
  row: CardRow,
  { hidden, usual }: { hidden: Rate; usual: Map<string, { delivered: number; read: number }> },
) {
  const { sent, delivered, read, failed, replied, pressed, optedOut, blocked, ...rest } = row;
  const reported = rateOf(read, delivered);
  const all = usual.get(row.category) ?? { delivered: 0, read: 0 };
  // Against the others, not against itself.
  const others = rateOf(Math.max(0, all.read - read), Math.max(0, all.delivered - delivered));
  return {
    ...rest,
    sent,
    delivered: rateOf(delivered, sent),
    read: reported,
    readCorrected: correctedRead(reported, hidden),
    replied: rateOf(replied, delivered),
    pressed: rateOf(pressed, delivered),
    failed: rateOf(failed, sent),
    optedOut: rateOf(optedOut, delivered),
    blocked: rateOf(blocked, delivered),
    comparedRead: differs(reported, others),
  };
}
