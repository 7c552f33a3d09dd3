import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFrameReader } from './stream-frames.ts';
import { EventStream, type EventStreamOptions, type LiveEvent } from './stream.ts';

describe('frames', () => {
  test('are the same however the text is cut', () => {
    const text =
      'retry: 2000\nid: l.1.0\n: open\n\nid: l.1.1\ndata: {"a":\r\ndata: "ü"}\r\n\r\nevent: reset\nid: m.2.0\ndata: {}\n\n: beat\n\n';
    const whole = createFrameReader()(text);
    expect(whole).toEqual([
      { id: 'l.1.0', event: 'message', data: '' },
      { id: 'l.1.1', event: 'message', data: '{"a":\n"ü"}' },
      { id: 'm.2.0', event: 'reset', data: '{}' },
      { id: undefined, event: 'message', data: '' },
    ]);
    for (const size of [1, 2, 3, 7]) {
      const read = createFrameReader();
      const frames = [];
      for (let at = 0; at < text.length; at += size) frames.push(...read(text.slice(at, at + size)));
      expect(frames).toEqual(whole);
    }
  });

  test('that have not ended are not there', () => {
    expect(createFrameReader()('id: l.1.1\ndata: {}\n')).toEqual([]);
  });
});

/** A server whose answers the test writes. */
interface Connection {
  headers: Record<string, string>;
  say: (text: string) => Promise<void>;
  end: () => void;
  signal: AbortSignal;
}

let connections: Connection[];
let statuses: { status: number; headers?: Record<string, string> }[];
let told: unknown[];
const encoder = new TextEncoder();

beforeEach(() => {
  vi.useFakeTimers();
  connections = [];
  statuses = [];
  told = [];
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  vi.stubGlobal('fetch', (_url: string, init: { headers: Record<string, string>; signal: AbortSignal }) => {
    const answer = statuses.shift() ?? { status: 200 };
    if (answer.status === 0) return Promise.reject(new TypeError('fetch failed'));
    let controller: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
    init.signal.addEventListener('abort', () => controller.error(new Error('aborted')));
    connections.push({
      headers: init.headers,
      signal: init.signal,
      say: async (text) => {
        controller.enqueue(encoder.encode(text));
        await vi.advanceTimersByTimeAsync(0);
      },
      end: () => controller.close(),
    });
    return Promise.resolve(
      new Response(answer.status === 200 ? body : 'no', {
        status: answer.status,
        ...(answer.headers && { headers: answer.headers }),
      }),
    );
  });
});
afterEach(() => {
  vi.useRealTimers();
  // In this order: a spy on the stand-in for fetch would otherwise put the stand-in back after the real one.
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function open(options: Partial<EventStreamOptions> = {}): Promise<EventStream> {
  const stream = new EventStream({
    workspaceId: 'w1',
    onEvents: (events) => told.push(events.map(({ eventId }) => eventId)),
    onReset: (reason) => told.push(reason),
    onState: (state) => told.push(state),
    onRefused: (status) => told.push(status),
    ...options,
  });
  stream.start();
  await vi.advanceTimersByTimeAsync(0);
  return stream;
}

const event = (id: string): string =>
  `id: l.${id}.1\ndata: ${JSON.stringify({ eventId: id, type: 'role.created' } satisfies Partial<LiveEvent>)}\n\n`;
const opening = 'retry: 2000\nid: l.1.0\n: open\n\n';

describe('the stream', () => {
  test('tells events in order and where it stands', async () => {
    await open();
    await connections[0]!.say(opening);
    await connections[0]!.say(event('1') + event('2'));
    expect(connections[0]!.headers).toMatchObject({ 'trikon-workspace': 'w1' });
    expect(connections[0]!.headers).not.toHaveProperty('last-event-id');
    expect(told).toEqual(['connecting', 'connected', 'opened', ['1', '2']]);
  });

  test('comes back with its place when the server ends it, and does not call that a reset', async () => {
    await open();
    await connections[0]!.say(opening + event('1'));
    await connections[0]!.say('id: l.2.1\ndata: {"eventId":"2"');
    connections[0]!.end();
    await vi.advanceTimersByTimeAsync(1_000);
    // The second event was cut off, so it has not been seen.
    expect(connections[1]!.headers['last-event-id']).toBe('l.1.1');
    await connections[1]!.say(event('2'));
    expect(told).toEqual(['connecting', 'connected', 'opened', ['1'], 'connecting', 'connected', ['2']]);
  });

  test('waits longer each time that it fails, up to half a minute', async () => {
    statuses = Array.from({ length: 12 }, () => ({ status: 0 }));
    const fetchSpy = vi.spyOn(globalThis, 'fetch');
    await open();
    expect(fetchSpy).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(500);
    expect(fetchSpy).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(999);
    expect(fetchSpy).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(220_000);
    expect(connections).toHaveLength(1);
    await connections[0]!.say(opening);
    expect(told).toEqual(['connecting', 'offline', 'connected', 'opened']);
  });

  test('leaves the server alone as long as it asks for', async () => {
    statuses = [{ status: 503, headers: { 'retry-after': '20' } }];
    await open();
    await vi.advanceTimersByTimeAsync(19_000);
    expect(connections).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(connections).toHaveLength(2);
  });

  test('gives up a connection that says nothing for 40 s', async () => {
    await open();
    await connections[0]!.say(opening);
    await vi.advanceTimersByTimeAsync(39_000);
    await connections[0]!.say(': beat\n\n');
    await vi.advanceTimersByTimeAsync(39_000);
    expect(connections[0]!.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(connections[0]!.signal.aborted).toBe(true);
    expect(connections).toHaveLength(2);
  });

  test('says when the history is another one, and goes on from the new place', async () => {
    await open();
    await connections[0]!.say(opening + event('1') + 'event: reset\nid: m.9.0\ndata: {}\n\n');
    connections[0]!.end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(connections[1]!.headers['last-event-id']).toBe('m.9.0');
    expect(told.slice(2)).toEqual(['opened', ['1'], 'reset', 'connecting']);
  });

  test.each([401, 403])('stops when it is refused with %i, and can be started again', async (status) => {
    statuses = [{ status }];
    const stream = await open();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(connections).toHaveLength(1);
    expect(told).toEqual(['connecting', 'stopped', status]);
    stream.start();
    await vi.advanceTimersByTimeAsync(0);
    await connections[1]!.say(opening);
    expect(stream.state).toBe('connected');
  });

  test('begins anew when the server does not know its place', async () => {
    await open();
    await connections[0]!.say(opening);
    statuses = [{ status: 400 }];
    connections[0]!.end();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(connections[2]!.headers).not.toHaveProperty('last-event-id');
    await connections[2]!.say(opening);
    expect(told.filter((each) => each === 'opened')).toHaveLength(2);
  });

  test('pauses when nobody has looked for a while and catches up when someone does', async () => {
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    vi.stubGlobal('document', page);
    const show = (state: string): void => {
      page.visibilityState = state;
      page.dispatchEvent(new Event('visibilitychange'));
    };
    await open({ pauseHiddenAfter: 60_000 });
    await connections[0]!.say(opening);
    show('hidden');
    await vi.advanceTimersByTimeAsync(30_000);
    show('visible');
    await connections[0]!.say(': beat\n\n');
    await vi.advanceTimersByTimeAsync(35_000);
    expect(told.at(-1)).toBe('opened');
    show('hidden');
    await connections[0]!.say(': beat\n\n');
    await vi.advanceTimersByTimeAsync(35_000);
    await connections[0]!.say(': beat\n\n');
    await vi.advanceTimersByTimeAsync(35_000);
    expect(told.at(-1)).toBe('paused');
    await vi.advanceTimersByTimeAsync(600_000);
    expect(connections).toHaveLength(1);
    show('visible');
    await vi.advanceTimersByTimeAsync(0);
    expect(connections[1]!.headers['last-event-id']).toBe('l.1.0');
  });

  test('tells nothing once it is stopped', async () => {
    const stream = await open();
    await connections[0]!.say(opening);
    stream.stop();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(connections).toHaveLength(1);
    expect(told.at(-1)).toBe('stopped');
  });
});
