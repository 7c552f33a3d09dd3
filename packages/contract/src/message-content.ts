import { z } from 'zod';
import { interactive } from './content/interactive.ts';
import { contacts, location, paper, picture, pin, reaction, sound, text } from './content/plain.ts';
import { file } from './content/parts.ts';
import { template, type templateValue } from './content/template.ts';

/**
 * What a message carries, as Meta's API names it, without the envelope: to whom, in answer to what. Files are named by our
 * `media` id or by a `link`. Where Meta's own pages disagree on a limit, the stricter one holds.
 */
export const outgoingContent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text }),
  z.strictObject({ type: z.literal('image'), image: picture }),
  z.strictObject({ type: z.literal('video'), video: picture }),
  z.strictObject({ type: z.literal('audio'), audio: sound }),
  z.strictObject({ type: z.literal('document'), document: paper }),
  z.strictObject({ type: z.literal('sticker'), sticker: file }),
  z.strictObject({ type: z.literal('location'), location }),
  z.strictObject({ type: z.literal('contacts'), contacts }),
  z.strictObject({ type: z.literal('reaction'), reaction }),
  z.strictObject({ type: z.literal('pin'), pin }),
  z.strictObject({ type: z.literal('interactive'), interactive }),
  z.strictObject({ type: z.literal('template'), template }),
]);

export type OutgoingContent = z.output<typeof outgoingContent>;
/** Words, or a file of ours or behind a link. */
export type TemplateValue = z.output<typeof templateValue>;
