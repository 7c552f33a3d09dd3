import { z } from 'zod';
import { get } from './procedure.ts';
import { id } from './scalars.ts';

const mediaStates = ['waiting', 'stored', 'failed', 'refused', 'quarantined', 'expired'] as const;

const link = z.string().nullable();

const mediaSchema = z.object({
  mediaId: id,
  direction: z.enum(['in', 'out']),
  kind: z.enum(['audio', 'document', 'image', 'sticker', 'video']),
  /** `waiting` for WhatsApp to hand it over; `expired` when it is not kept any more. */
  state: z.enum(mediaStates),
  /** Why it failed, was refused or is in quarantine; while it waits, what came of the last try. */
  reason: z.string().nullable(),
  messageId: id.nullable(),
  /** What its bytes are, whatever it was called. */
  mime: z.string().nullable(),
  toldMime: z.string().nullable(),
  size: z.number().nullable(),
  /** As its sender wrote it: to be shown, never to be used as a path. */
  fileName: z.string().nullable(),
  width: z.number().nullable(),
  height: z.number().nullable(),
  durationMs: z.number().nullable(),
  pages: z.number().nullable(),
  /** Whether browsers play it as it is. */
  playable: z.boolean(),
  /** Good for a quarter of an hour, for whoever has them. Ask again for new ones. */
  links: z.object({ original: link, thumbnail: link, preview: link, endAt: z.date() }),
  createdAt: z.date(),
});

/** Files are uploaded by `POST /media` with the bytes as the body, which no procedure takes. */
export const media = {
  get: get('messages.read', '/media/{mediaId}', {
    summary: 'A file with links to it',
  })
    .input(z.strictObject({ mediaId: id }))
    .output(mediaSchema),
  list: get('messages.read', '/media', {
    summary: 'The received files of messages, with links to them',
  })
    .input(z.strictObject({ messageIds: z.array(id).min(1).max(100) }))
    .output(z.object({ media: z.array(mediaSchema) })),
};

export type Media = z.output<typeof mediaSchema>;
