import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { at, start, type Started } from '../test/started.ts';

interface Example {
  method: string;
  address: string;
  body: string;
}

const readme = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8');

const examples: Example[] = [...readme.matchAll(/```http\n(\w+) (\S+)\n([^`]*)```/g)].map(
  ([, method = '', address = '', body = '']) => ({ method, address, body: body.trim() }),
);

/** The routes as the code has them. */
const routes = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .flatMap((file) => [
    ...readFileSync(path.join(import.meta.dirname, file), 'utf8').matchAll(
      /'((?:GET|POST|PATCH|PUT|DELETE) \/world[^']*)'/g,
    ),
  ])
  .map(([, route = '']) => route);

const fits = (route: string, { method, address }: Example): boolean => {
  const [pathname = ''] = address.split('?');
  return new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(`${method} ${pathname}`);
};

/** Words in braces stand for what is in the world by then. */
function fill(text: string, { inside }: Started, id: string): string {
  const { templates, emulator } = inside;
  const known: Record<string, string> = {
    id,
    template: [...templates.all.values()][0]?.id ?? '',
    order: [...templates.orders.values()][0]?.id ?? '',
    fault: [...emulator.faults.rules.values()][0]?.id ?? '',
  };
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
}

describe('the documented API of the world', () => {
  test('has an example of every route, and none of a route that is not there', () => {
    expect(routes.filter((route) => !examples.some((example) => fits(route, example)))).toEqual([]);
    expect(examples.filter((example) => !routes.some((route) => fits(route, example)))).toEqual([]);
    expect(examples.length).toBeGreaterThan(40);
  });

  test('answers every example as it stands there', async () => {
    const started = await start();
    let id = '';
    let snapshot = new Uint8Array();
    for (const example of examples) {
      const address = fill(example.address, started, id);
      const body =
        address === '/world/snapshot' && example.method === 'PUT' ? snapshot : example.body || undefined;
      const answer = await fetch(`${started.url}${address}`, {
        method: example.method,
        ...(body && { body }),
      });
      expect([example.method, address, answer.status]).toEqual([example.method, address, 200]);
      const type = answer.headers.get('content-type');
      if (type === 'application/json') {
        const told = at(await answer.json(), 'id');
        if (typeof told === 'string') id = told;
      } else if (type === 'text/event-stream') await answer.body?.cancel();
      else snapshot = new Uint8Array(await answer.arrayBuffer());
    }
  });
});
