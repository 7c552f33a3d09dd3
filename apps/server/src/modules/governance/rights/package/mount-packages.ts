import type { FastifyInstance } from 'fastify';
import type { Actor } from '../../../../platform/db/index.ts';
import { notFound } from '../../../../platform/errors/index.ts';
import type { RateLimit } from '../../../../platform/http/index.ts';
import { isUuid } from '../../../../platform/ids/index.ts';
import { holdRequest, takeStep } from '../request-row.ts';
import type { RightsParts } from '../rights-parts.ts';
import { isSealed, packagePath } from './links.ts';
import { findPackage } from './make-package.ts';
import { packageKey } from './package-row.ts';

interface Visit {
  Params: { workspaceId: string; packageId: string; seal: string };
}

const actor: Actor = { kind: 'system', id: 'governance.packages' };
const perMinute = 12;

/** Gives a package to whoever has its link, and writes down that it was fetched. What is wrong with another is not told. */
export function mountPackages(
  server: FastifyInstance,
  parts: Pick<RightsParts, 'db' | 'clock' | 'storage' | 'linkKey'> & { rateLimit: RateLimit },
): void {
  const { db, clock, storage, linkKey, rateLimit } = parts;
  server.get<Visit>(`${packagePath}/:workspaceId/:packageId/:seal`, async (request, reply) => {
    rateLimit.take(`data package ${request.ip}`, perMinute);
    const { workspaceId, packageId, seal } = request.params;
    if (!isUuid(workspaceId) || !isUuid(packageId)) throw notFound('file');
    if (!isSealed(linkKey, { workspaceId, packageId }, seal, clock.now())) throw notFound('file');
    const found = await db.inWorkspace({ workspaceId, actor }, async (tx) => {
      const row = await findPackage(tx, packageId);
      if (row?.state !== 'ready') return null;
      const of = await holdRequest(tx, row.requestId);
      await takeStep(tx, of, { what: 'package_fetched', state: of.state });
      return row;
    });
    if (found === null) throw notFound('file');
    const { body } = await storage.get(packageKey(workspaceId, packageId));
    return reply
      .type('application/zip')
      .headers({
        'content-disposition': 'attachment; filename="your-data.zip"',
        ...(found.size !== null && { 'content-length': found.size }),
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex',
      })
      .send(body);
  });
}
