import type { Readable } from 'node:stream';
import { importFileName } from '@trikon/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Clock } from '../../../platform/clock/index.ts';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import {
  refuseForeignOrigin,
  requireAccess,
  type Caller,
  type Identify,
  type RateLimit,
} from '../../../platform/http/index.ts';
import { isUuid } from '../../../platform/ids/index.ts';
import type { ImportParts } from './import-parts.ts';
import { getImport } from './imports.ts';
import { mostBytes, takeUpload, tooLarge } from './take-upload.ts';

interface UploadOptions {
  prefix: string;
  imports: ImportParts;
  clock: Clock;
  identify: Identify;
  rateLimit: RateLimit;
  publicUrl: () => string;
}

const uploadsPerMinute = 10;
/** A gigabyte over a slow line. */
const bodyWithinMilliseconds = 3_600_000;

/** POST <prefix>/contact-imports?fileName=people.csv: the bytes of the file as the body. Answers like contactImports.get. */
export function mountImportUpload(server: FastifyInstance, options: UploadOptions): void {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // The body stays a stream: it is counted and stored while it arrives.
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    scope.post(
      `${options.prefix}/contact-imports`,
      { config: { procedure: 'contactImports.upload', bodyWithinMilliseconds } },
      async (request, reply) => {
        try {
          return await reply.code(201).send(await upload(request, options));
        } catch (error) {
          // What still comes of the body is not waited for.
          void reply.header('connection', 'close');
          throw error;
        }
      },
    );
    done();
  });
}

async function upload(request: FastifyRequest, options: UploadOptions) {
  const { imports, clock, identify, rateLimit, publicUrl } = options;
  const workspaceId = request.headers['trikon-workspace'];
  if (workspaceId !== undefined && !(typeof workspaceId === 'string' && isUuid(workspaceId)))
    throw new Refusal('invalid_header', 'Trikon-Workspace has to be the id of a workspace.');
  const { authorization, cookie } = request.headers;
  const caller = await identify({ authorization, cookie, workspaceId });
  const inside = requireAccess(caller, 'contacts.import');
  const { kind, id } = caller as Caller;
  if (kind === 'user') refuseForeignOrigin(request, publicUrl());
  rateLimit.take(`contact import ${id}`, uploadsPerMinute);
  if (Number(request.headers['content-length'] ?? 0) > mostBytes) throw tooLarge();
  const fileName = importFileName.safeParse(
    (request.query as { fileName?: unknown }).fileName ?? 'contacts.csv',
  );
  if (!fileName.success)
    throw invalidField('fileName', 'invalid', 'The name of the file may have at most 200 characters.');
  if (request.body === undefined) throw invalidField('body', 'empty', 'Send the file as the body.');
  const actor = { kind, id };
  const importId = await takeUpload(imports, {
    workspaceId: inside,
    actor,
    content: request.body as Readable,
    fileName: fileName.data,
    now: clock.now(),
  });
  return imports.db.readWorkspace({ workspaceId: inside, actor }, (tx) => getImport(tx, imports, importId));
}
