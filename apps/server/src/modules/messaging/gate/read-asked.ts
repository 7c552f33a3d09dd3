import type { GatePolicies, OutgoingContent } from '@trikon/contract';
import { createBinds, type Tx } from '../../../platform/db/index.ts';
import { invalidField, notFound } from '../../../platform/errors/index.ts';
import { parametersOf, templateRefusalSql } from '../../templates/index.ts';
import { categoryOf } from '../content/category.ts';
import {
  categoryOfClass,
  type Asked,
  type ContactField,
  type MessageCategory,
  type Origin,
  type SendClass,
} from './asked.ts';
import { onlyAudience, recipientsOf, type Audience } from './audience.ts';
import { nightsAt, zoneKey, type Hours } from './nights.ts';
import { readPolicies } from './policies.ts';
import { readSpending } from './spending.ts';

/** What is to be said and from where: all of an intent but its recipients. */
export interface Told {
  numberId: string;
  content: OutgoingContent;
  origin: Origin;
  personalValues?:
    | Readonly<Record<string, { field: ContactField; fallback?: string | undefined }>>
    | undefined;
  purpose?: string | undefined;
  tag?: string | undefined;
  class?: SendClass | undefined;
  scheduledAt?: Date | undefined;
  sourceId?: string | undefined;
}

/** A template as far as sending needs it; filling takes it apart. */
export interface TemplateRow {
  templateId: string;
  name: string;
  language: string;
  category: string;
  parameterFormat: string;
  components: unknown[];
}

interface Row {
  time_zone: string;
  policies: Partial<GatePolicies> | null;
  portfolio_id: string | null;
  limit_key: string;
  status: string;
  registered: boolean;
  disconnected: boolean;
  messaging_limit: string | null;
  paused: boolean;
  refused_countries: string[];
  template: TemplateRow | null;
  template_refusal: string | null;
  template_held: boolean;
  template_pace: number | null;
  source_paused: boolean;
  purpose_known: boolean;
}

/** Everything about an intent that is the same for all its recipients. */
export async function readAsked(
  tx: Tx,
  told: Told,
  audience: Audience,
): Promise<{ asked: Asked; template: TemplateRow | null }> {
  const row = await readRow(tx, told);
  const { template, policies } = row;
  const category = categoryOf(told.content.type, template?.category);
  const at = told.scheduledAt !== undefined && told.scheduledAt > tx.now ? told.scheduledAt : tx.now;
  const asked: Asked = {
    now: tx.now,
    at,
    origin: told.origin,
    category,
    class: told.class ?? classOf[category],
    purpose: told.purpose ?? null,
    tag: told.tag ?? null,
    usesTemplate: told.content.type === 'template',
    templateId: template?.templateId ?? null,
    templateSendable: row.template_refusal === null,
    templateHeld: row.template_held,
    templatePace: row.template_pace,
    sourcePaused: row.source_paused,
    needed: template === null ? [] : neededBy(told, template),
    number: {
      numberId: told.numberId,
      portfolioId: row.portfolio_id,
      limitKey: row.limit_key,
      status: row.status.toUpperCase(),
      registered: row.registered,
      disconnected: row.disconnected,
      messagingLimit: row.messaging_limit,
      paused: row.paused,
      refusedCountries: row.refused_countries,
    },
    policies: readPolicies(policies),
    workspaceTimeZone: row.time_zone,
    spending: await readSpending(tx, { ...told, sourceId: told.sourceId, category }),
    nights: {},
  };
  return { asked: { ...asked, nights: await readNights(tx, asked, audience) }, template };
}

const classOf: Record<MessageCategory, SendClass> = {
  authentication: 'otp',
  service: 'reply',
  utility: 'utility',
  marketing: 'marketing',
};

/** What takes the place of a template that is held, unless its message was put together for just that one. */
const standIn = `left join template_controls asked_control on asked_control.workspace_id = w.workspace_id
    and asked_control.template_id = asked.template_id
  left join templates other on other.workspace_id = w.workspace_id and other.template_id = asked_control.instead_id and $7
    and (${templateRefusalSql('other')}) is null
  left join templates t on t.workspace_id = w.workspace_id
    and t.template_id = coalesce(other.template_id, asked.template_id)
  left join template_controls control on control.workspace_id = w.workspace_id and control.template_id = t.template_id`;

const mayBeAnother = (content: OutgoingContent): boolean =>
  content.type === 'template' && content.template.components === undefined;

async function readRow(tx: Tx, { content, numberId, purpose, sourceId }: Told): Promise<Row> {
  const [name, language] =
    content.type === 'template' ? [content.template.name, content.template.language.code] : [null, null];
  const [row] = await tx.sql<Row>(
    `select w.time_zone, g.policies, a.portfolio_id, a.limit_key, n.status, n.registered,
       n.disconnected_at is not null as disconnected, n.messaging_limit, l.paused_at is not null as paused,
       array(select country from country_stops stop where stop.workspace_id = w.workspace_id and stop.account_id = n.account_id
         and stop.told_at > $5::timestamptz - interval '1 day') as refused_countries,
       ${templateRefusalSql('t')} as template_refusal, control.held_at is not null as template_held,
       control.daily_most as template_pace,
       exists (select from send_sources s where s.workspace_id = w.workspace_id and s.source_id = $8 and s.state = 'paused')
         as source_paused,
       $6::text is null or strpos($6, '.') = 0 or exists (
         select from consent_purposes own where own.workspace_id = w.workspace_id and own.purpose = $6) as purpose_known,
       case when t.template_id is not null then jsonb_build_object('templateId', t.template_id, 'name', t.name,
         'language', t.language, 'category', t.category,
         'parameterFormat', t.parameter_format, 'components', t.components) end as template
     from workspaces w
     join numbers n on n.workspace_id = w.workspace_id and n.number_id = $2
     join whatsapp_accounts a on a.workspace_id = w.workspace_id and a.account_id = n.account_id
     left join gate_policies g on g.workspace_id = w.workspace_id
     left join number_lanes l on l.workspace_id = w.workspace_id and l.number_id = n.number_id
     left join templates asked on asked.workspace_id = w.workspace_id and asked.account_id = n.account_id
       and asked.name = $3 and asked.language = $4
     ${standIn}
     where w.workspace_id = $1`,
    [
      tx.workspaceId,
      numberId,
      name,
      language,
      tx.now,
      purpose ?? null,
      mayBeAnother(content),
      sourceId ?? null,
    ],
  );
  if (row === undefined) throw notFound('number');
  if (!row.purpose_known)
    throw invalidField(
      'purpose',
      'unknown',
      `There is no purpose ${purpose} here. Add it under Consent first.`,
    );
  return row;
}

function neededBy({ content, personalValues = {} }: Told, template: TemplateRow): Asked['needed'] {
  if (content.type !== 'template' || content.template.components !== undefined) return [];
  const given = content.template.values ?? {};
  const required = parametersOf(template).filter((parameter) => parameter.required);
  return required.map(({ name }) => ({
    name,
    given: given[name] !== undefined && given[name] !== '',
    field: personalValues[name]?.field ?? null,
    fallback: personalValues[name]?.fallback ?? null,
  }));
}

/** Where the recipients are it is asked first, because the rules of clocks are not the database's. */
async function readNights(tx: Tx, asked: Asked, audience: Audience): Promise<Record<string, string>> {
  const hours = hoursOf(asked);
  if (hours === null) return {};
  const { bind, values } = createBinds(tx.workspaceId);
  const { from } = recipientsOf(audience, bind);
  const rows = await tx.sql<{ key: string }>(
    `select distinct ${zoneKey} as key ${from} ${onlyAudience(audience)}`,
    values,
  );
  const { at, workspaceTimeZone } = asked;
  return nightsAt(
    rows.map(({ key }) => key),
    { at, hours, workspaceTimeZone },
  );
}

function hoursOf({ class: as, policies }: Asked): Hours | null {
  const category = categoryOfClass[as];
  return category === 'marketing' || category === 'utility' ? policies.quietHours[category] : null;
}
