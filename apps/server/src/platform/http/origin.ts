import type { FastifyRequest } from 'fastify';
import { Refusal } from '../errors/index.ts';

/**
 * A browser sends its cookies along with whatever another site makes it send, so a change that rides on a session
 * has to come from our own pages: browsers say so themselves and scripts cannot fake it.
 */
export function refuseForeignOrigin(request: FastifyRequest, publicUrl: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (site === 'same-origin') return;
  if (
    origin !== undefined &&
    (origin === new URL(publicUrl).origin || origin === `${request.protocol}://${request.host}`)
  )
    return;
  throw new Refusal('origin_refused', 'A change by a signed-in person has to come from the web app itself.');
}
