import { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { Clock } from '../../../platform/clock/index.ts';
import { notFound } from '../../../platform/errors/index.ts';
import { isUuid } from '../../../platform/ids/index.ts';
import { exportFileKey } from '../exports/write-export.ts';
import { fileKinds, isSealed, linkPath, type LinkedFile } from './file-links.ts';
import type { ImportParts } from './import-parts.ts';
import { problemsFile } from './problems-file.ts';

interface Link {
  Params: { workspaceId: string; kind: string; id: string; seal: string };
}

/** Gives files of imports and exports to whoever has a link that we made. What is wrong with another is not told. */
export function mountContactFiles(
  server: FastifyInstance,
  { imports, clock }: { imports: ImportParts; clock: Clock },
): void {
  server.get<Link>(`${linkPath}/:workspaceId/:kind/:id/:seal`, async ({ params }, reply) => {
    const file = fileOf(params);
    if (!isSealed(imports.links, file, params.seal, clock.now())) throw notFound('file');
    const body = await contentOf(imports, file);
    const name = file.kind === 'export' ? 'contacts' : 'rows-not-imported';
    return reply
      .headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}-${file.id.slice(0, 8)}.csv"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
      .send(body);
  });
}

function fileOf({ workspaceId, kind, id }: Link['Params']): LinkedFile {
  const known = fileKinds.find((one) => one === kind);
  if (!isUuid(workspaceId) || !isUuid(id) || known === undefined) throw notFound('file');
  return { workspaceId, kind: known, id };
}

async function contentOf(parts: ImportParts, { workspaceId, kind, id }: LinkedFile): Promise<Readable> {
  if (kind === 'problems') return Readable.from(problemsFile(parts, { workspaceId, importId: id }));
  const key = exportFileKey(workspaceId, id);
  if ((await parts.storage.head(key)) === null) throw notFound('file');
  return (await parts.storage.get(key)).body;
}
