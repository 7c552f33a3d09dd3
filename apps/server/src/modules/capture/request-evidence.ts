import type { FastifyRequest } from 'fastify';
import type { Evidence } from './grant.ts';
import { plainAddress, plainText, utmOf } from './plain-text.ts';

interface Whence {
  pageUrl?: unknown;
  referrer?: unknown;
  query: URLSearchParams;
  method: string;
}

/** What a request tells of where and with what somebody agreed. */
export function evidenceOfRequest(
  request: FastifyRequest,
  { pageUrl, referrer, query, method }: Whence,
): Evidence {
  const device = plainText(request.headers['user-agent'], 300);
  const page = plainAddress(pageUrl);
  const from = plainAddress(referrer);
  const utm = utmOf(query);
  return {
    method,
    ipAddress: request.ip,
    ...(device !== undefined && { device }),
    ...(page !== undefined && { pageUrl: page }),
    ...(from !== undefined && { referrer: from }),
    ...(Object.keys(utm).length > 0 && { utm }),
  };
}

/** Programs that fetch a page for a preview or an index are nobody to whom it was shown. */
const looksAhead = /bot|crawl|spider|preview|facebookexternalhit|whatsapp|curl|wget/i;

export const isSeenByAPerson = ({ headers, method }: FastifyRequest): boolean =>
  method !== 'HEAD' &&
  !looksAhead.test(headers['user-agent'] ?? 'bot') &&
  headers['sec-purpose'] === undefined &&
  headers.purpose === undefined;
