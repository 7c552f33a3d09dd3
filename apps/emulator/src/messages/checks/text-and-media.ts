import type { OutgoingFile, OutgoingPin, OutgoingReaction, OutgoingText } from '@trikon/whatsapp';
import {
  boolean,
  integer,
  label,
  matching,
  object,
  oneOf,
  optional,
  text,
  variants,
  webAddress,
  type Fields,
  type Reader,
} from './reading.ts';
import { wrong, wrongParam } from './wrong.ts';

export const textOf = (max: number): Reader<OutgoingText> =>
  object<OutgoingText>({ body: text(max), preview_url: optional(boolean) });

/** Ids of uploads are numbers written as text; whether the upload is there, the world knows. */
const uploadId: Reader<string> = (value) => {
  const id = text()(value, 0);
  return /^\d+$/.test(id) ? id : wrongParam('is not a valid whatsapp business account media attachment ID');
};

/** A file by `id` or `link`, never both. Templates have a code of their own for that. */
export function file<Extra extends object>(
  extra: Fields<Extra>,
  code: 131009 | 132018 = 131009,
): Reader<OutgoingFile & Extra> {
  const fields: Fields<FileParts> = { id: optional(uploadId), link: optional(webAddress) };
  return object({ ...fields, ...extra } as unknown as Fields<FileParts & Extra>, {
    rule({ id, link }) {
      if (id === undefined && link === undefined) {
        wrong(code === 131009 ? 131008 : code, 'Either one of media ID or link must be present');
      }
      if (id !== undefined && link !== undefined) wrong(code, 'Only one of media ID or link may be present');
    },
  }) as Reader<OutgoingFile & Extra>;
}

interface FileParts {
  id?: string;
  link?: string;
}

const caption = optional(text(1024));

export const image = file<{ caption?: string }>({ caption });
export const video = file<{ caption?: string }>({ caption });
export const document = file<{ caption?: string; filename?: string }>({
  caption,
  filename: optional(text()),
});
export const audio = file<{ voice?: boolean }>({ voice: optional(boolean) });
export const sticker = file<object>({});

/** One emoji as phones know it, whether or not its variation selector came along. */
const oneEmoji = /^(?:\p{RGI_Emoji}|\p{Extended_Pictographic}\uFE0F?|[#*0-9]\uFE0F?\u20E3)?$/v;

const reactionWithOrWithoutEmoji = object<{ message_id: string; emoji?: string }>({
  message_id: text(),
  emoji: optional(matching(oneEmoji, 'The reaction must be a single emoji')),
});

/** A reaction without an emoji is taken back, as one with an empty emoji is. */
export const reaction: Reader<OutgoingReaction> = (value, now) => {
  const read = reactionWithOrWithoutEmoji(value, now);
  return read.emoji === undefined
    ? { ...read, emoji: '' }
    : { message_id: read.message_id, emoji: read.emoji };
};

export const pin = variants<OutgoingPin>('type', {
  pin: object<Extract<OutgoingPin, { type: 'pin' }>>({
    type: oneOf('pin'),
    message_id: text(),
    expiration_days: integer(1, 30),
  }),
  unpin: object<Extract<OutgoingPin, { type: 'unpin' }>>(
    { type: oneOf('unpin'), message_id: text() },
    { refused: { expiration_days: 'Only a pin has expiration days' } },
  ),
});

export const context = object<{ message_id: string }>({ message_id: text() });

/** A reply under a message or a card: what comes back, and what stands on the button. */
export const choice = object<{ id: string; title: string }>({
  id: label('Button id', { max: 256 }),
  title: label('Button title', { max: 20 }),
});
