import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { movableClock } from '../clock/index.ts';
import { createHttpServer } from './server.ts';

test('a server that is told to close while it answers finishes the answer and is gone at once', async () => {
  const server = createHttpServer({
    clock: movableClock(),
    report: () => {},
    trustedProxies: [],
    bodyLimitBytes: 1_000,
  });
  const [asked, allowed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  server.get('/slow', async () => {
    asked.resolve();
    await allowed.promise;
    return { done: true };
  });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;

  const answering = fetch(`http://127.0.0.1:${port}/slow`);
  await asked.promise;
  const started = performance.now();
  const closing = server.close();
  allowed.resolve();
  const answer = await answering;
  expect(await answer.json()).toEqual({ done: true });
  await closing;
  expect(performance.now() - started).toBeLessThan(1_000);
});
