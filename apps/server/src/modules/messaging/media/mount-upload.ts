import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidField, Refusal } from '../../../platform/errors/index.ts';
import {
  refuseForeignOrigin,
  requireAccess,
  type Caller,
  type Identify,
  type RateLimit,
} from '../../../platform/http/index.ts';
import { isUuid } from '../../../platform/ids/index.ts';
import type { FileKind } from '../content/files.ts';
import type { MediaParts } from './media-parts.ts';
import { getMedia } from './show.ts';
import { kindRules, mostBytes } from './types.ts';
import { takeUpload } from './upload.ts';

interface UploadOptions {
  prefix: string;
  media: MediaParts;
  identify: Identify;
  rateLimit: RateLimit;
  publicUrl: () => string;
}

const querySchema = z.strictObject({
  as: z.enum(Object.keys(kindRules) as [FileKind, ...FileKind[]]).optional(),
  fileName: z.string().max(300).optional(),
});

const uploadsPerMinute = 120;
/** A hundred megabytes over a slow line. */
const bodyWithinMilliseconds = 600_000;

/**
 * POST <prefix>/media?as=image&fileName=a.jpg: the bytes of a file as the body, of whatever content type. Answers like
 * media.get.
 */
export function mountUpload(server: FastifyInstance, options: UploadOptions): void {
  const { prefix, media } = options;
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    // The body stays a stream: it is counted and stored while it arrives.
    scope.addContentTypeParser('*', (_request, payload, parsed) => parsed(null, payload));
    scope.post(
      `${prefix}/media`,
      { config: { procedure: 'media.upload', bodyWithinMilliseconds } },
      async (request, reply) => {
        try {
          const answer = await upload(request, options);
          return await reply.code(201).send(answer);
        } catch (error) {
          // What still comes of the body is not waited for.
          void reply.header('connection', 'close');
          throw error;
        }
      },
    );
    done();
  });

  async function upload(request: FastifyRequest, { identify, rateLimit, publicUrl }: UploadOptions) {
    const caller = await identify(credentialsOf(request));
    const workspaceId = requireAccess(caller, 'messages.send');
    if (caller!.kind === 'user') refuseForeignOrigin(request, publicUrl());
    rateLimit.take(`upload ${caller!.id}`, uploadsPerMinute);
    refuseTooLong(request);
    const query = querySchema.safeParse(request.query);
    if (!query.success) {
      const [issue] = query.error.issues;
      throw invalidField(issue?.path.join('.') ?? 'query', 'invalid', issue?.message ?? 'Not known here.');
    }
    if (request.body === undefined) throw invalidField('body', 'empty', 'Send the file as the body.');
    const actor = { kind: (caller as Caller).kind, id: (caller as Caller).id };
    const mediaId = await takeUpload(media, {
      workspaceId,
      actor,
      content: request.body as Readable,
      toldMime: request.headers['content-type']?.slice(0, 200) ?? null,
      fileName: query.data.fileName?.replaceAll('\0', '') ?? null,
      as: query.data.as,
    });
    return media.db.readWorkspace({ workspaceId, actor }, (tx) => getMedia(tx, media.links, mediaId));
  }
}

function refuseTooLong({ headers }: FastifyRequest): void {
  if (Number(headers['content-length'] ?? 0) <= mostBytes) return;
  throw new Refusal(
    'too_large',
    'Documents may have at most 100 MB for WhatsApp, and nothing may have more.',
  );
}

function credentialsOf({ headers }: FastifyRequest) {
  const workspaceId = headers['trikon-workspace'];
  if (workspaceId !== undefined && (typeof workspaceId !== 'string' || !isUuid(workspaceId))) {
    throw new Refusal('invalid_header', 'Trikon-Workspace has to be the id of a workspace.');
  }
  return { authorization: headers.authorization, cookie: headers.cookie, workspaceId };
}
