import { AsyncLocalStorage } from 'node:async_hooks';
import { randomFillSync } from 'node:crypto';
import { isValidSpanId, isValidTraceId, SpanStatusCode } from '@opentelemetry/api';
import type { Logger } from '../log/index.ts';
import { createOtlpExporter, type Exporter } from './otlp.ts';
import { type Kind, safeAttributes, type SpanAttributes, spanKind } from './span.ts';

export type TracingOptions = {
  /** Without it nothing is recorded and a span costs one function call. */
  endpoint?: string;
  headers?: Record<string, string>;
  serviceName?: string;
  serviceVersion?: string;
  /** Share of traces that are kept, decided by the trace's id, so every process decides alike. */
  ratio?: number;
  flushEveryMs?: number;
  log?: Logger;
};

type SpanDetails = {
  kind?: Kind;
  attributes?: SpanAttributes;
  /** The W3C header of an incoming request, to continue its trace. */
  traceparent?: string;
};

type ActiveSpan = { set(attributes: SpanAttributes): void };

export type Tracing = {
  /** False when nothing is recorded: hot paths may skip making attributes. */
  enabled: boolean;
  /** Runs the work inside a span, which ends when the work or its promise does. */
  span<T>(name: string, details: SpanDetails, work: (span: ActiveSpan) => T): T;
  /** For log lines and for handing a trace on. */
  current(): { traceId: string; spanId: string } | undefined;
  close(): Promise<void>;
};

type Context = { traceId: string; spanId: string; sampled: boolean };

const SILENT: ActiveSpan = { set: () => undefined };

/**
 * Spans in OpenTelemetry's terms around requests, queries and jobs. Not registered for the whole process: libraries
 * that trace by themselves would send attributes that nobody here has checked for personal data.
 */
export function createTracing(options: TracingOptions = {}): Tracing {
  const { endpoint, serviceName = 'trikon', ratio = 1 } = options;
  if (endpoint === undefined || endpoint === '') {
    return {
      enabled: false,
      span: (_name, _details, work) => work(SILENT),
      current: () => undefined,
      close: () => Promise.resolve(),
    };
  }
  const randomHex = createRandomHex();
  const exporter = createOtlpExporter({ ...options, endpoint, serviceName });
  const active = new AsyncLocalStorage<Context>();

  return {
    enabled: true,
    span(name, details, work) {
      const parent = parseTraceparent(details.traceparent) ?? active.getStore();
      const traceId = parent?.traceId ?? randomHex(16);
      // A stranger's header continues his trace but does not decide how much is recorded here.
      const sampled = active.getStore()?.sampled ?? isSampled(traceId, ratio);
      const context: Context = { traceId, spanId: randomHex(8), sampled };
      if (!sampled) return active.run(context, work, SILENT);
      return active.run(context, () =>
        record({ name, details, context, parentSpanId: parent?.spanId, exporter }, work),
      );
    },
    current: () => active.getStore(),
    close: () => exporter.close(),
  };
}

type Recording = {
  name: string;
  details: SpanDetails;
  context: Context;
  parentSpanId: string | undefined;
  exporter: Exporter;
};

function record<T>(
  { name, details, context, parentSpanId, exporter }: Recording,
  work: (span: ActiveSpan) => T,
): T {
  const startNanoseconds = nowNanoseconds();
  const attributes = safeAttributes(details.attributes ?? {});
  const end = (status: SpanStatusCode): void => {
    const { traceId, spanId } = context;
    const kind = spanKind(details.kind ?? 'internal');
    exporter.add({
      traceId,
      spanId,
      parentSpanId,
      name,
      kind,
      startNanoseconds,
      endNanoseconds: nowNanoseconds(),
      attributes,
      status,
    });
  };
  const fail = (error: unknown): never => {
    Object.assign(attributes, safeAttributes({ 'error.type': errorType(error) }));
    end(SpanStatusCode.ERROR);
    throw error;
  };
  try {
    const result = work({ set: (more) => void Object.assign(attributes, safeAttributes(more)) });
    if (result instanceof Promise)
      return result.then((value: unknown) => (end(SpanStatusCode.UNSET), value), fail) as T;
    end(SpanStatusCode.UNSET);
    return result;
  } catch (error) {
    return fail(error);
  }
}

// The code or the class, never the message: messages quote what people wrote.
function errorType(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[\w.:-]{1,60}$/.test(code) ? code : error.constructor.name;
}

function parseTraceparent(header: string | undefined): { traceId: string; spanId: string } | undefined {
  const [, traceId = '', spanId = ''] =
    /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}/.exec(header ?? '') ?? [];
  return isValidTraceId(traceId) && isValidSpanId(spanId) ? { traceId, spanId } : undefined;
}

function isSampled(traceId: string, ratio: number): boolean {
  return Number.parseInt(traceId.slice(-8), 16) < ratio * 2 ** 32;
}

function nowNanoseconds(): bigint {
  return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1e6));
}

// Asking the system for sixteen bytes at a time would be half the cost of a span.
function createRandomHex(): (bytes: number) => string {
  const pool = Buffer.alloc(4_096);
  let used = pool.byteLength;
  return (bytes) => {
    if (used + bytes > pool.byteLength) {
      randomFillSync(pool);
      used = 0;
    }
    used += bytes;
    return pool.toString('hex', used - bytes, used);
  };
}
