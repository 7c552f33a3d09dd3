import { z } from 'zod';
import { defineTask } from '../../../platform/jobs/index.ts';
import { fetchInbound } from './fetch-inbound.ts';
import type { MediaParts } from './media-parts.ts';

/** Pauses of six hours at most, until Meta has forgotten the file. */
export const fetchMedia = defineTask({
  name: 'messaging.fetch-media',
  input: z.object({ mediaId: z.uuid() }),
  maxAttempts: 36,
  run: ({ workspaceId, input, attempt, maxAttempts, signal }, { media }: { media: MediaParts }) =>
    fetchInbound(media, { workspaceId, ...input }, { isLast: attempt >= maxAttempts, signal }),
});
