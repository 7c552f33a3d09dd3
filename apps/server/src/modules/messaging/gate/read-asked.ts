import type { GatePolicies, OutgoingContent } from '@trikon/contract';
import { createBinds, type Tx } from '../../../platform/db/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { parametersOf, templateRefusalSql } from '../../templates/index.ts';
import { categoryOf } from '../content/category.ts';
import {
  categoryOfClass,
  type Asked,
  type ContactField,
  type MessageCategory,
  type Origin,
  type Purpose,
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
  purpose?: Purpose | undefined;
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

async function readRow(tx: Tx, { content, numberId }: Told): Promise<Row> {
  const [name, language] =
    content.type === 'template' ? [content.template.name, content.template.language.code] : [null, null];
  const [row] = await tx.sql<Row>(
    `select w.time_zone, g.policies, a.portfolio_id, a.limit_key, n.status, n.registered,
       n.disconnected_at is not null as disconnected, n.messaging_limit, l.paused_at is not null as paused,
       array(select country from country_stops stop where stop.workspace_id = w.workspace_id and stop.account_id = n.account_id
         and stop.told_at > $5::timestamptz - interval '1 day') as refused_countries,
       ${templateRefusalSql('t')} as template_refusal,
       case when t.template_id is not null then jsonb_build_object('templateId', t.template_id, 'name', t.name,
         'language', t.language, 'category', t.category,
         'parameterFormat', t.parameter_format, 'components', t.components) end as template
     from workspaces w
     join numbers n on n.workspace_id = w.workspace_id and n.number_id = $2
     join whatsapp_accounts a on a.workspace_id = w.workspace_id and a.account_id = n.account_id
     left join gate_policies g on g.workspace_id = w.workspace_id
     left join number_lanes l on l.workspace_id = w.workspace_id and l.number_id = n.number_id
     left join templates t on t.workspace_id = w.workspace_id and t.account_id = n.account_id and t.name = $3
       and t.language = $4
     where w.workspace_id = $1`,
    [tx.workspaceId, numberId, name, language, tx.now],
  );
  if (row === undefined) throw notFound('number');
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
