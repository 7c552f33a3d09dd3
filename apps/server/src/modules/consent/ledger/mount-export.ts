import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refusal } from '../../../platform/errors/index.ts';
import {
  requireAccess,
  type Caller,
  type Credentials,
  type Identify,
  type RateLimit,
} from '../../../platform/http/index.ts';
import { isUuid } from '../../../platform/ids/index.ts';
import { exportLedger } from './export.ts';
import type { LedgerParts } from './ledger-parts.ts';

interface ExportOptions {
  prefix: string;
  ledger: LedgerParts;
  identify: Identify;
  rateLimit: RateLimit;
}

const exportsPerMinute = 6;

/** GET <prefix>/consent/ledger/export: the whole ledger as lines of JSON, sent as it is read. */
export function mountLedgerExport(server: FastifyInstance, options: ExportOptions): void {
  const { prefix, ledger, identify, rateLimit } = options;
  server.get(
    `${prefix}/consent/ledger/export`,
    { config: { procedure: 'ledger.export' } },
    async (request, reply) => {
      const caller = await identify(credentialsOf(request));
      const workspaceId = requireAccess(caller, 'consent.manage');
      const { kind, id } = caller as Caller;
      rateLimit.take(`ledger export ${id}`, exportsPerMinute);
      const name = `consent-ledger-${workspaceId.slice(0, 8)}.ndjson`;
      return reply
        .type('application/x-ndjson; charset=utf-8')
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('cache-control', 'no-store')
        .send(Readable.from(exportLedger(ledger, { workspaceId, actor: { kind, id } })));
    },
  );
}

function credentialsOf({ headers }: FastifyRequest): Credentials {
  const { authorization, cookie, 'trikon-workspace': workspaceId } = headers;
  if (workspaceId !== undefined && !(typeof workspaceId === 'string' && isUuid(workspaceId)))
    throw new Refusal('invalid_header', 'Trikon-Workspace has to be the id of a workspace.');
  return { authorization, cookie, workspaceId };
}
