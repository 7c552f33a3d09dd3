import type { ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { LiveStream } from './live-stream.ts';
import type { LoggedEvent } from './logged-event.ts';
import { below, type Position } from './position.ts';
import type { LogPage } from './queries.ts';

const event = (tx: number, type: LoggedEvent['type'] = 'role.created'): LoggedEvent => ({
  workspaceId: 'w',
  position: { tx, seq: 1 },
  eventId: String(tx),
  type,
  at: new Date(0),
  contactId: null,
  actor: { kind: 'system', id: 'test' },
  data: { roleId: 'r', name: String(tx) },
});

/** A stream over a log whose pages come when the test says so. */
function openAt(position: Position, mostWaitingBytes?: number) {
  let text = '';
  const taken: (() => void)[] = [];
  const raw = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      text += chunk.toString();
      if (mostWaitingBytes === undefined) done();
      else taken.push(done);
    },
  });
  const asked: { after: Position; answer: (page: LogPage) => void }[] = [];
  const stream = new LiveStream({
    raw: raw as unknown as ServerResponse,
    log: 'log',
    workspaceId: 'w',
    caller: {
      kind: 'key',
      id: 'k',
      workspaceId: 'w',
      permissions: new Set(['events.read', 'members.read']),
      requestsPerMinute: 1,
    },
    credentials: { authorization: undefined, cookie: undefined, workspaceId: undefined },
    position,
    readPage: (after) =>
      new Promise((answer) => {
        asked.push({ after, answer });
      }),
    report: (error) => {
      throw error;
    },
    mostWaitingBytes,
  });
  const received = async (): Promise<number[]> => {
    for (let done = taken.shift(); done; done = taken.shift()) {
      done();
      await turn();
    }
    return [...text.matchAll(/"name":"(\d+)"/g)].map(([, name]) => Number(name));
  };
  const deliver = (...events: LoggedEvent[]) =>
    stream.deliver(events, () => Buffer.from('data: {"name":"999"}\n\n'));
  const answer = async (page: LogPage): Promise<void> => {
    asked.shift()!.answer(page);
    await turn();
  };
  stream.start('');
  return { stream, received, deliver, answer, asked };
}

test('what the tail hands over while the last page is read comes after it, once', async () => {
  const { received, deliver, answer, asked } = openAt(below(1));
  await turn();
  deliver(event(2), event(3));
  await answer({ events: [event(1), event(2)], reached: { tx: 2, seq: 1 }, complete: false });
  expect(asked[0]!.after).toEqual({ tx: 2, seq: 1 });
  deliver(event(4), event(5));
  await answer({ events: [event(3), event(4)], reached: below(5), complete: true });
  expect(await received()).toEqual([1, 2, 3, 4, 5]);
});

test('a page that is further than the tail makes the tail say nothing twice', async () => {
  const { received, deliver, answer } = openAt(below(1));
  await turn();
  await answer({ events: [event(1), event(2), event(3)], reached: below(4), complete: true });
  deliver(event(2), event(3), event(4));
  expect(await received()).toEqual([1, 2, 3, 4]);
});

test('once live it gets the bytes that are made for all', async () => {
  const { received, deliver, answer } = openAt(below(1));
  await turn();
  await answer({ events: [], reached: below(1), complete: true });
  deliver(event(1), event(2));
  expect(await received()).toEqual([999]);
});

test('what may not be seen is left out of what was held', async () => {
  const { received, deliver, answer } = openAt(below(1));
  await turn();
  deliver(event(1, 'api_key.created'), event(2));
  await answer({ events: [], reached: below(1), complete: true });
  expect(await received()).toEqual([2]);
});

test('more than can be held is read from the log instead', async () => {
  const { received, deliver, answer, asked } = openAt(below(1));
  await turn();
  const many = Array.from({ length: 1_200 }, (_, at) => event(at + 1));
  deliver(...many);
  await answer({ events: [], reached: below(1), complete: true });
  expect(asked).toHaveLength(1);
  await answer({ events: many.slice(0, 500), reached: many[499]!.position, complete: false });
  await answer({ events: many.slice(500), reached: below(1_201), complete: true });
  expect(await received()).toHaveLength(1_200);
});

test('a reader that falls behind goes back to reading the log from where it was', async () => {
  const { received, deliver, answer, asked } = openAt(below(1), 1);
  await turn();
  await answer({ events: [], reached: below(1), complete: true });
  deliver(event(1));
  deliver(event(2));
  await turn();
  expect(asked[0]!.after).toEqual({ tx: 1, seq: 1 });
  await answer({ events: [event(2)], reached: below(3), complete: true });
  expect(await received()).toEqual([999, 2]);
});
