import type { SystemTx } from '../../../platform/db/index.ts';
import { act, type Wanted } from './act.ts';
import type { RuleName } from './rule-list.ts';
import { readRules, type Rules } from './rules.ts';

/** Looks at every template that is in use by its workspace’s rules, and acts. Answers how often. */
export async function judgeAll(tx: SystemTx): Promise<number> {
  return act(tx, [...(await wantedByTurns(tx)), ...(await wantedByNumbers(tx))]);
}

interface Turn {
  workspaceId: string;
  templateId: string;
  turnId: string;
  field: string;
  before: string | null;
  after: string;
}

/** By what WhatsApp said last. */
export async function wantedByTurns(tx: SystemTx): Promise<Wanted[]> {
  const turns = await tx.sql<Turn>(
    `select * from (
       select distinct on (t.workspace_id, t.template_id, kind) t.workspace_id as "workspaceId", t.template_id as "templateId",
         turn_id as "turnId", t.field, before, after, case when t.field = 'quality' then 'quality' else 'category' end as kind
       from template_turns t where t.field in ('quality', 'category', 'correctCategory') and t.after is not null
         and t.at > $1::timestamptz - interval '30 days'
       order by t.workspace_id, t.template_id, kind, t.at desc, turn_id desc, field
     ) last
     join templates now on now.workspace_id = last."workspaceId" and now.template_id = last."templateId"
     left join template_links link on link.workspace_id = last."workspaceId" and link.template_id = last."templateId"
     where now.removed_at is null and (kind = 'quality' and last.after in ('RED', 'YELLOW') and now.quality = last.after
       or kind = 'category' and last.after <> coalesce(link.asked_category, last.before, ''))`,
    [tx.now],
  );
  const rulesOf = await readRules(tx, [...new Set(turns.map(({ workspaceId }) => workspaceId))]);
  return turns.flatMap(({ workspaceId, templateId, turnId, field, before, after }) => {
    const isQuality = field === 'quality';
    const rule: RuleName = isQuality ? (after === 'RED' ? 'quality_red' : 'quality_yellow') : 'recategorised';
    const cause = isQuality ? turnId : after;
    return wantedOf(rulesOf(workspaceId), { workspaceId, templateId, rule, cause, facts: { before, after } });
  });
}

function wantedOf(
  rules: Rules,
  { rule, ...found }: Pick<Wanted, 'workspaceId' | 'templateId' | 'rule' | 'cause' | 'facts'>,
): Wanted[] {
  const { enabled, action, dailyMost } = rules[rule];
  if (!enabled) return [];
  return [{ ...found, rule, action, dailyMost: action === 'throttle' ? dailyMost : null }];
}

interface Numbers {
  workspaceId: string;
  templateId: string;
  rule: RuleName;
  /** The end of what the rule did last, from which on it looks anew. */
  since: string;
  count: number;
  of: number;
  /** The share before, for what is compared with its own past. */
  before: number | null;
}

const measured = `values ('failures'), ('opt_outs'), ('blocks'), ('read_drop')`;

/**
 * By the numbers of the last days. What somebody undid is not done again for the same days; while something is active
 * nothing more is done by its rule.
 */
async function wantedByNumbers(tx: SystemTx): Promise<Wanted[]> {
  const rows = await tx.sql<Numbers>(
    `with busy as (
       select distinct d.workspace_id, d.template_id, (($1::timestamptz) at time zone w.time_zone)::date as today
       from template_days d join workspaces w using (workspace_id)
       where d.day > (($1::timestamptz) at time zone w.time_zone)::date - 7
     ), looked as (
       select busy.*, rule.name as rule, (
         select max((a.ended_at at time zone w.time_zone)::date) from template_actions a join workspaces w using (workspace_id)
         where a.workspace_id = busy.workspace_id and a.template_id = busy.template_id and a.rule = rule.name) as ended
       from busy cross join (${measured}) rule (name)
       where not exists (select from template_actions a where a.workspace_id = busy.workspace_id
         and a.template_id = busy.template_id and a.rule = rule.name and a.state = 'active')
     )
     select l.workspace_id as "workspaceId", l.template_id as "templateId", l.rule, coalesce(l.ended::text, 'first') as since,
       coalesce(sum(case l.rule when 'failures' then d.failed when 'opt_outs' then d.opted_out when 'blocks' then d.blocked
         else d.read end) filter (where recent), 0)::integer as count,
       coalesce(sum(case l.rule when 'failures' then d.sent else d.delivered end) filter (where recent), 0)::integer as of,
       case when l.rule = 'read_drop' and sum(d.delivered) filter (where not recent) >= 100
         then (sum(d.read) filter (where not recent))::float8 / sum(d.delivered) filter (where not recent) end as before
     from looked l
     join template_days d on d.workspace_id = l.workspace_id and d.template_id = l.template_id
       and d.day > l.today - case when l.rule = 'read_drop' then 34 else 7 end and d.day > coalesce(l.ended, '-infinity')
     cross join lateral (
       -- The youngest messages may still be read.
       select case when l.rule = 'read_drop' then d.day > l.today - 4 and d.day < l.today else true end as recent
     ) window_of
     where l.rule <> 'read_drop' or d.day < l.today
     group by 1, 2, 3, 4`,
    [tx.now],
  );
  const rulesOf = await readRules(tx, [...new Set(rows.map(({ workspaceId }) => workspaceId))]);
  return rows.flatMap((row) => {
    const { workspaceId, templateId, rule, since, count, of, before } = row;
    const rules = rulesOf(workspaceId);
    if (!breaks(row, rules[rule])) return [];
    const facts = {
      count,
      of,
      share: count / of,
      limit: rules[rule].percent / 100,
      ...(before !== null && { before }),
    };
    return wantedOf(rules, { workspaceId, templateId, rule, cause: since, facts });
  });
}

function breaks({ rule, count, of, before }: Numbers, { percent, minimum }: Rules[RuleName]): boolean {
  if (of === 0 || of < minimum) return false;
  if (rule !== 'read_drop') return count / of > percent / 100;
  return before !== null && count / of < (before * percent) / 100;
}
