import type { FastifyInstance } from 'fastify';
import { answerHandshake } from '@trikon/whatsapp/webhooks';
import type { Database } from '../../platform/db/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { doorPath, findDoor } from './doors.ts';

/** Answers Meta's question whether a callback is ours (Meta, "Create a webhook endpoint"). */
export function mountHandshake(server: FastifyInstance, parts: { db: Database; secrets: Secrets }): void {
  server.get<{ Params: { door: string }; Querystring: Record<string, unknown> }>(
    doorPath,
    async ({ params, query }, reply) => {
      const door = await findDoor(parts, params.door);
      const challenge = door === null ? null : answerHandshake(query, [door.verifyToken]);
      if (challenge === null) return reply.code(403).type('text/plain; charset=utf-8').send('');
      return reply.type('text/plain; charset=utf-8').send(challenge);
    },
  );
}
