import { textIn } from '../json/lossless-json.ts';
import type { ParameterFormat, TemplateCategory, TemplateComponent, TemplateNode } from '../templates.ts';
import type { CallLimits, Graph } from './graph.ts';
import { readPages } from './pages.ts';
import { confirm, requiredText } from './reading.ts';

/** What is read of a template unless the caller names fields. */
const usualFields = [
  'id',
  'name',
  'language',
  'status',
  'category',
  'previous_category',
  'correct_category',
  'parameter_format',
  'components',
  'quality_score',
  'rejected_reason',
  'message_send_ttl_seconds',
] as const satisfies (keyof TemplateNode)[];

/** Nothing but the id is sure to be there: Meta leaves out what is empty, and adds values. */
export type ReadTemplate = Pick<TemplateNode, 'id'> & Partial<TemplateNode>;

export interface TemplateQuery {
  accountId: string;
  fields?: readonly string[];
  /** Of one page; a hundred unless said otherwise. */
  limit?: number;
  /** Commas separate several values. */
  filter?: Partial<
    Record<'name' | 'name_or_content' | 'language' | 'status' | 'category' | 'quality_score', string>
  >;
}

export interface NewTemplate {
  name: string;
  language: string;
  category: TemplateCategory;
  components: TemplateComponent[];
  parameter_format?: ParameterFormat;
  message_send_ttl_seconds?: number;
  allow_category_change?: boolean;
}

export interface TemplateEdit {
  templateId: string;
  /** All of them: those that are not named are gone. */
  components?: TemplateComponent[];
  category?: TemplateCategory;
  message_send_ttl_seconds?: number;
}

export interface CreatedTemplate {
  id: string;
  status?: string;
  category?: string;
}

export function listTemplates(
  graph: Graph,
  { accountId, fields = usualFields, limit = 100, filter }: TemplateQuery,
  limits?: CallLimits,
): AsyncGenerator<ReadTemplate, void> {
  const query = { ...filter, fields: fields.join(','), limit };
  return readPages(graph, { method: 'GET', path: [accountId, 'message_templates'], query }, limits);
}

export async function getTemplate(
  graph: Graph,
  { templateId, fields = usualFields }: { templateId: string; fields?: readonly string[] },
  limits?: CallLimits,
): Promise<ReadTemplate> {
  const query = { fields: fields.join(',') };
  const body = await graph.call({ method: 'GET', path: [templateId], query }, limits);
  return { ...body, id: requiredText(body, 'id') };
}

export async function createTemplate(
  graph: Graph,
  { accountId, template }: { accountId: string; template: NewTemplate },
  limits?: CallLimits,
): Promise<CreatedTemplate> {
  const path = [accountId, 'message_templates'];
  const body = await graph.call({ method: 'POST', path, json: template }, limits);
  return {
    id: requiredText(body, 'id'),
    status: textIn(body, 'status'),
    category: textIn(body, 'category'),
  };
}

export async function editTemplate(
  graph: Graph,
  { templateId, ...change }: TemplateEdit,
  limits?: CallLimits,
): Promise<void> {
  confirm(await graph.call({ method: 'POST', path: [templateId], json: change }, limits));
}

/** All languages of the name, or with an id the one of them. */
export async function deleteTemplate(
  graph: Graph,
  { accountId, name, templateId }: { accountId: string; name: string; templateId?: string },
  limits?: CallLimits,
): Promise<void> {
  const query = { name, hsm_id: templateId };
  confirm(await graph.call({ method: 'DELETE', path: [accountId, 'message_templates'], query }, limits));
}
