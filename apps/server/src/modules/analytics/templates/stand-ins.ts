import type { SystemTx, Tx } from '../../../platform/db/index.ts';
import { parametersOf, templateRefusalSql } from '../../templates/index.ts';

type Shape = Parameters<typeof parametersOf>[0];

interface Candidate {
  forId: string;
  templateId: string;
  own: Shape;
  other: Shape;
}

/** What variants of one kit share of their names: all but the letter of the variant and the version. */
const stem = (name: string): string => `regexp_replace(${name}, '(_[a-z])?(_v[0-9]+)?$', '')`;

const shape = (t: string): string =>
  `jsonb_build_object('components', ${t}.components, 'parameterFormat', ${t}.parameter_format, 'category', ${t}.category)`;

/**
 * For each template another of its kit that WhatsApp sends, in its language and category, that nothing holds back and that
 * takes the same values: the one of the best quality, the newest of these.
 */
export async function standInsFor(
  tx: Tx | SystemTx,
  templates: readonly { workspaceId: string; templateId: string }[],
): Promise<Map<string, string>> {
  if (templates.length === 0) return new Map();
  const candidates = await tx.sql<Candidate>(
    `select t.template_id as "forId", o.template_id as "templateId", ${shape('t')} as own, ${shape('o')} as other
     from (select distinct * from jsonb_to_recordset($1::jsonb) as row ("workspaceId" uuid, "templateId" uuid)) given
     join templates t on t.workspace_id = "workspaceId" and t.template_id = "templateId"
     join templates o on o.workspace_id = t.workspace_id and o.account_id = t.account_id and o.language = t.language
       and o.category = t.category and o.template_id <> t.template_id and (${templateRefusalSql('o')}) is null
       and ${stem('o.name')} = ${stem('t.name')}
     left join template_controls k on k.workspace_id = o.workspace_id and k.template_id = o.template_id
     where k.held_at is null and coalesce(o.quality, 'UNKNOWN') not in ('RED', 'YELLOW')
     order by t.template_id, coalesce(o.quality, '') = 'GREEN' desc, o.created_at desc, o.template_id`,
    [JSON.stringify(templates.map(({ workspaceId, templateId }) => ({ workspaceId, templateId })))],
  );
  const found = new Map<string, string>();
  for (const { forId, templateId, own, other } of candidates) {
    if (!found.has(forId) && valuesOf(own) === valuesOf(other)) found.set(forId, templateId);
  }
  return found;
}

const valuesOf = (template: Shape): string =>
  JSON.stringify(
    parametersOf(template)
      .map(({ name }) => name)
      .toSorted(),
  );
