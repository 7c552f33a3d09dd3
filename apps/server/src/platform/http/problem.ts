import type { Problem } from '@trikon/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../errors/index.ts';

export type ReportBug = (error: unknown, request: FastifyRequest) => void;

/** Answers an error as application/problem+json; what is not a refusal is reported and answered without its text. */
export function sendProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  report: ReportBug,
): void {
  const refusal = asHttpRefusal(error);
  if (refusal === undefined) report(error, request);
  const shown =
    refusal ?? new Refusal('internal', 'Something broke on our side. It was recorded under the request id.');
  if (shown.code === 'unavailable') report(error, request);
  if (shown.retryAfterSeconds !== undefined)
    void reply.header('retry-after', String(shown.retryAfterSeconds));
  void reply
    .code(shown.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(shown, request.id)));
}

export function problemOf(refusal: Refusal, requestId: string): Problem {
  return {
    type: `/docs/api#error-${refusal.code}`,
    title: titleOf(refusal.code),
    status: refusal.status,
    code: refusal.code,
    detail: refusal.message,
    requestId,
    ...(refusal.details === undefined ? {} : { details: refusal.details }),
    ...(refusal.fields.length > 0 ? { fields: refusal.fields } : {}),
  };
}

function titleOf(code: string): string {
  const words = code.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

interface FastifyFault {
  code?: string;
  statusCode?: number;
  message: string;
}

/** What the HTTP server itself refuses, in our words. */
function asHttpRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const { code, statusCode, message } = error as FastifyFault;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal('too_large', 'The body is larger than accepted here.');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') {
    return new Refusal('unsupported_media_type', 'Send the body as application/json.');
  }
  if (code === 'FST_ERR_BAD_URL') {
    return new Refusal('malformed_text', 'The address holds an escape that is no UTF-8 text.');
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new Refusal('invalid_input', `The request could not be read: ${message.slice(0, 120)}.`);
  }
  return undefined;
}
