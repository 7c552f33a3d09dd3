import type { FastifyInstance } from 'fastify';

const mostBytes = 16 * 1024;

/** What a page without scripts sends, for the routes of this scope alone. */
export function takeForms(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: mostBytes },
    (_request, body, done) => done(null, new URLSearchParams(String(body).replaceAll('%00', ''))),
  );
}
