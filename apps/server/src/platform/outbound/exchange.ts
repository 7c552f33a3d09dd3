import type { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { OutboundError, toOutboundError } from './errors.ts';
import type { Hop } from './redirect.ts';

export type RawResponse = Dispatcher.ResponseData<Progress>;
/** Set when undici begins to write the request, which is the last moment at which nothing has been sent. */
type Progress = { started: boolean };

/** Lets each request know when its first byte goes out; undici's own promise does not tell. */
export const markStarted: Dispatcher.DispatcherComposeInterceptor = (dispatch) => (options, handler) => {
  const progress = (options as { opaque?: Progress }).opaque;
  if (progress === undefined) return dispatch(options, handler);
  const start = handler.onRequestStart?.bind(handler);
  handler.onRequestStart = function started(controller, context) {
    start?.(controller, context);
    progress.started = !controller.aborted;
  };
  return dispatch(options, handler);
};

/** One time limit over everything: name, connection, headers, redirects and the last byte of the body. */
export type Deadline = { signal: AbortSignal; expired: Promise<never>; end(): void };

export function startDeadline(timeoutMs: number, given: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const { signal } = controller;
  const timer = setTimeout(() => controller.abort(new OutboundError('outbound_timeout')), timeoutMs);
  const giveUp = (): void =>
    controller.abort(new OutboundError('outbound_aborted', { cause: given?.reason }));
  if (given?.aborted === true) giveUp();
  given?.addEventListener('abort', giveUp, { once: true });
  const expired = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  expired.catch(() => undefined);
  return {
    signal,
    expired,
    end() {
      clearTimeout(timer);
      given?.removeEventListener('abort', giveUp);
    },
  };
}

/** Sends one request. undici ignores its signal until a connection stands, hence the race. */
export async function exchange(
  dispatcher: Dispatcher,
  hop: Hop,
  deadline: Deadline,
  { timeoutMs, sentBefore }: { timeoutMs: number; sentBefore: boolean },
): Promise<RawResponse> {
  const progress: Progress = { started: false };
  const sent = dispatcher.request<Progress>({
    origin: hop.url.origin,
    path: `${hop.url.pathname}${hop.url.search}`,
    method: hop.method,
    headers: hop.headers,
    body: hop.body,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    signal: deadline.signal,
    opaque: progress,
  });
  try {
    return await Promise.race([sent, deadline.expired]);
  } catch (error) {
    sent.then(
      ({ body }) => discard(body),
      () => undefined,
    );
    throw toOutboundError(error, progress.started || sentBefore);
  }
}

export function discard(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}
