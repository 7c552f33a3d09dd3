import type { FastifyInstance } from 'fastify';

/** Which methods an address takes. Empty for one that nothing is at. */
export type MethodsAt = (url: string) => string[];

/** Remembers what is mounted, so that a wrong method is told from an address that does not exist. */
export function rememberMethods(server: FastifyInstance): MethodsAt {
  const patterns = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    // A page of the web app may have any address.
    if (url.includes('*')) return;
    const known = patterns.get(url) ?? { pattern: patternOf(url), methods: new Set() };
    for (const each of [method].flat()) known.methods.add(each);
    patterns.set(url, known);
  });
  return (url) => {
    const path = url.split('?')[0]!.replace(/(?<=.)\/$/, '');
    const found = [...patterns.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  };
}

const patternOf = (url: string): RegExp =>
  new RegExp(`^${url.replaceAll(/[.+?^$(){}|[\]\\]/g, String.raw`\$&`).replaceAll(/:\w+/g, '[^/]+')}$`);
