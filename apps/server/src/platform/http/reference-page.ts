import { refusals } from '../errors/index.ts';
import type { ApiDescription } from './openapi.ts';

type Schema = Record<string, unknown>;

interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { content?: Record<string, { schema?: Schema }> }>;
}

/** The API for people to read: one page without scripts, written from the same description that programs read. */
export function referencePage(description: ApiDescription): string {
  const operations = operationsOf(description);
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'other');
  const contents = [...groups].map(
    ([tag, each]) =>
      `<li><a href="#${slug(tag)}">${escape(title(tag))}</a> <small>${each.length}</small></li>`,
  );
  const sections = [...groups].map(
    ([tag, each]) =>
      `<section id="${slug(tag)}"><h2>${escape(title(tag))}</h2>${each.map(renderOperation).join('')}</section>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trikon API</title><style>${style}</style></head><body>
<nav aria-label="Contents"><h1>Trikon API</h1><ul>${contents.join('')}</ul><p><a href="#errors">Errors</a></p><p><a href="/openapi.json">openapi.json</a></p></nav>
<main><p class="lead">${escape(description.info.description ?? '')}</p>
<pre>curl https://your-address/api/v1/members -H "authorization: Bearer tk_…"</pre>${sections.join('')}${errorsSection()}</main></body></html>`;
}

function errorsSection(): string {
  const rows = Object.entries(refusals).map(
    ([code, [status, meaning]]) =>
      `<tr id="error-${code}"><td><code>${code}</code></td><td>${status}</td><td>${inline(meaning)}</td></tr>`,
  );
  return `<section id="errors"><h2>Errors</h2><table><tbody>${rows.join('')}</tbody></table></section>`;
}

interface Place {
  method: string;
  path: string;
  operation: Operation;
}

function operationsOf(description: ApiDescription): Place[] {
  return Object.entries(description.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {})
      .filter(([method]) => ['get', 'post', 'patch', 'put', 'delete'].includes(method))
      .map(([method, operation]) => ({
        method: method.toUpperCase(),
        path,
        operation: operation as Operation,
      })),
  );
}

function renderOperation({ method, path, operation }: Place): string {
  const success = Object.entries(operation.responses ?? {}).find(([status]) => status.startsWith('2'));
  const body = operation.requestBody?.content?.['application/json']?.schema;
  const answer = success?.[1].content?.['application/json']?.schema;
  return `<article id="${slug(operation.operationId ?? path)}"><h3><code class="method ${method.toLowerCase()}">${method}</code> <code>/api/v1${escape(path)}</code></h3>
<p><strong>${escape(operation.summary ?? '')}.</strong> ${inline(operation.description ?? '')}</p>
${parameters(operation)}${body ? `<h4>Body</h4>${fields(body)}` : ''}${answer ? `<h4>Answer ${success?.[0]}</h4>${fields(answer)}` : ''}</article>`;
}

function parameters({ parameters: list = [] }: Operation): string {
  if (list.length === 0) return '';
  const rows = list.map(
    (each) =>
      `<tr><td><code>${escape(each.name)}</code></td><td>${each.in}${each.required ? ', required' : ''}</td><td>${typeOf(each.schema ?? {})}</td></tr>`,
  );
  return `<h4>Parameters</h4><table><tbody>${rows.join('')}</tbody></table>`;
}

function fields(schema: Schema): string {
  const required = new Set((schema['required'] as string[] | undefined) ?? []);
  const properties = Object.entries((schema['properties'] as Record<string, Schema> | undefined) ?? {});
  if (properties.length === 0)
    return `<p>${schema['type'] === 'object' ? 'An empty object.' : typeOf(schema)}</p>`;
  const rows = properties.map(
    ([name, each]) =>
      `<tr><td><code>${escape(name)}</code></td><td>${required.has(name) ? 'required' : 'optional'}</td><td>${typeOf(each)}</td></tr>`,
  );
  return `<table><tbody>${rows.join('')}</tbody></table>`;
}

function typeOf(schema: Schema): string {
  const options = (schema['anyOf'] ?? schema['oneOf']) as Schema[] | undefined;
  if (options) return options.map(typeOf).join(' or ');
  if (Array.isArray(schema['enum']))
    return schema['enum'].map((each) => `<code>${escape(String(each))}</code>`).join(' ');
  if (schema['type'] === 'array') return `list of ${typeOf((schema['items'] as Schema | undefined) ?? {})}`;
  if (schema['type'] === 'object' && schema['properties']) {
    return `object with ${Object.keys(schema['properties'])
      .map((name) => `<code>${escape(name)}</code>`)
      .join(' ')}`;
  }
  const limits = ['format', 'minLength', 'maxLength', 'minimum', 'maximum', 'default']
    .filter(
      (limit) =>
        schema[limit] !== undefined && Math.abs(Number(schema[limit]) || 0) < Number.MAX_SAFE_INTEGER,
    )
    .map((limit) => `${limit} ${escape(String(schema[limit]))}`);
  const { type = 'any' } = schema;
  return [escape(typeof type === 'string' ? type : JSON.stringify(type)), ...limits].join(', ');
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const inline = (text: string): string => escape(text).replaceAll(/`([^`]+)`/g, '<code>$1</code>');
const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
const title = (tag: string): string => tag.charAt(0).toUpperCase() + tag.slice(1).replaceAll('-', ' ');

const style = `
:root{color-scheme:light dark;--line:light-dark(#e4e0da,#36332f);--soft:light-dark(#f6f4f0,#211f1d);--accent:light-dark(#1f5c70,#7cc4d8)}
body{margin:0;display:grid;grid-template-columns:15rem minmax(0,52rem);gap:3rem;font:15px/1.55 system-ui,sans-serif;background:light-dark(#fdfcfa,#181715);color:light-dark(#24211d,#ebe7e1)}
nav{position:sticky;top:0;align-self:start;height:100vh;overflow:auto;padding:1.5rem;box-sizing:border-box;border-right:1px solid var(--line)}
nav h1{font-size:1.1rem}nav ul{list-style:none;padding:0}nav li{padding:.15rem 0}a{color:var(--accent)}main{padding:2rem 1.5rem 6rem}
article{border-top:1px solid var(--line);padding:1rem 0 1.5rem}h3{font-size:1rem;margin:0 0 .5rem;overflow-wrap:anywhere}h4{margin:1rem 0 .25rem;font-size:.8rem;opacity:.8}
code{font:13px/1.4 ui-monospace,monospace}pre{background:var(--soft);padding:.75rem 1rem;border-radius:6px;overflow:auto}
table{border-collapse:collapse;width:100%}td{border-top:1px solid var(--line);padding:.35rem .75rem .35rem 0;vertical-align:top;overflow-wrap:anywhere}
.method{padding:.1rem .4rem;border-radius:4px;background:var(--soft);font-weight:600}
@media(max-width:60rem){body{display:block}nav{position:static;height:auto;border:0}}`;
