import { type Attributes, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { maskText } from '../log/index.ts';

/** The only things a span may say. A new one is added here, where somebody asks whether it can hold personal data. */
export type SpanAttributes = {
  'http.request.method'?: string;
  'http.route'?: string;
  'http.response.status_code'?: number;
  'db.operation.name'?: string;
  'db.query.text'?: string;
  'db.response.returned_rows'?: number;
  'messaging.operation.name'?: string;
  'messaging.batch.message_count'?: number;
  'error.type'?: string;
  'trikon.procedure'?: string;
  'trikon.workspace.id'?: string;
  'trikon.job.name'?: string;
  'trikon.job.attempt'?: number;
};

export type FinishedSpan = {
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  name: string;
  kind: SpanKind;
  startNanoseconds: bigint;
  endNanoseconds: bigint;
  attributes: Attributes;
  status: SpanStatusCode;
};

export function safeAttributes(given: SpanAttributes): Attributes {
  const safe: Attributes = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (name === 'db.query.text') safe[name] = withoutValues(String(value));
    else safe[name] = typeof value === 'string' ? maskText(value.slice(0, 300)) : value;
  }
  return safe;
}

const LONGEST_QUERY = 1_000;

/** The shape of a statement. Values belong in parameters, but a literal that slipped in must not leave either. */
export function withoutValues(sql: string): string {
  return sql
    .slice(0, 8 * LONGEST_QUERY)
    .replace(/--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
    .replace(/\$([a-z_]\w*)?\$[\s\S]*?(?:\$\1\$|$)|[ebnx]?'(?:[^'\\]|''|\\[\s\S])*(?:'|$)/gi, '?')
    .replace(/(?<![\w$."])-?\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/gi, '?')
    .replace(/\s+/g, ' ')
    .slice(0, LONGEST_QUERY)
    .trim();
}

const KINDS = { internal: SpanKind.INTERNAL, server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;
export type Kind = keyof typeof KINDS;

export const spanKind = (kind: Kind): SpanKind => KINDS[kind];
