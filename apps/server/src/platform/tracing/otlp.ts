import type { Attributes } from '@opentelemetry/api';
import type { Logger } from '../log/index.ts';
import { createOutbound } from '../outbound/index.ts';
import type { FinishedSpan } from './span.ts';

export type OtlpSettings = {
  /** The collector's base address, as OTEL_EXPORTER_OTLP_ENDPOINT has it; `/v1/traces` is added. */
  endpoint: string;
  headers?: Record<string, string>;
  serviceName: string;
  serviceVersion?: string;
  flushEveryMs?: number;
  log?: Logger;
};

export type Exporter = { add(span: FinishedSpan): void; dropped(): number; close(): Promise<void> };

const MOST_WAITING = 4_096;
const BATCH = 512;
const REQUEST_TIMEOUT_MS = 5_000;

/**
 * Sends finished spans as OTLP/JSON over HTTP. Tracing must never slow or stop the product: what the collector does not
 * take in time is dropped and counted, and memory is bounded by the queue.
 */
export function createOtlpExporter(settings: OtlpSettings): Exporter {
  const url = new URL(settings.endpoint);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/v1/traces`;
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port;
  const outbound = createOutbound({ allowPrivate: [`${url.hostname}:${port}`] });
  const resource = resourceOf(settings);
  let waiting: FinishedSpan[] = [];
  let dropped = 0;
  let failing = false;
  let sending: Promise<void> | undefined;
  const timer = setInterval(flush, settings.flushEveryMs ?? 5_000).unref();

  function flush(): void {
    if (sending !== undefined || waiting.length === 0) return;
    const batch = waiting.slice(0, BATCH);
    waiting = waiting.slice(BATCH);
    sending = send(batch).finally(() => {
      sending = undefined;
      if (waiting.length >= BATCH) flush();
    });
  }

  async function send(batch: FinishedSpan[]): Promise<void> {
    try {
      const body = JSON.stringify({
        resourceSpans: [
          { resource, scopeSpans: [{ scope: { name: 'trikon' }, spans: batch.map(wireSpan) }] },
        ],
      });
      const headers = { ...settings.headers, 'content-type': 'application/json' };
      const response = await outbound.request(url, {
        method: 'POST',
        headers,
        body,
        timeoutMs: REQUEST_TIMEOUT_MS,
      });
      response.body.resume();
      if (response.status >= 300) throw new Error(`The collector answered ${response.status}.`);
      if (failing) settings.log?.info('traces are delivered again');
      failing = false;
    } catch (error) {
      dropped += batch.length;
      // Once per outage, or a dead collector would fill the log.
      if (!failing) settings.log?.warn({ err: error }, 'traces cannot be delivered and are dropped');
      failing = true;
    }
  }

  return {
    add(span) {
      if (waiting.length >= MOST_WAITING) dropped += 1;
      else waiting.push(span);
      if (waiting.length >= BATCH) flush();
    },
    dropped: () => dropped,
    async close() {
      clearInterval(timer);
      await sending;
      const reachable = (): boolean => !failing;
      while (waiting.length > 0 && reachable()) {
        flush();
        await sending;
      }
      await outbound.close();
    },
  };
}

function resourceOf({ serviceName, serviceVersion }: OtlpSettings): object {
  const attributes = {
    'service.name': serviceName,
    ...(serviceVersion === undefined ? {} : { 'service.version': serviceVersion }),
  };
  return { attributes: wireAttributes(attributes) };
}

function wireSpan(span: FinishedSpan): object {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    ...(span.parentSpanId === undefined ? {} : { parentSpanId: span.parentSpanId }),
    name: span.name,
    // The API counts kinds from 0, the protocol from 1.
    kind: span.kind + 1,
    startTimeUnixNano: String(span.startNanoseconds),
    endTimeUnixNano: String(span.endNanoseconds),
    attributes: wireAttributes(span.attributes),
    status: { code: span.status },
  };
}

function wireAttributes(attributes: Attributes): object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: wireValue(value) }));
}

function wireValue(value: Attributes[string]): object {
  if (typeof value === 'number')
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return typeof value === 'boolean' ? { boolValue: value } : { stringValue: String(value) };
}
