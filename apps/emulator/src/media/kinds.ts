import type { Traits } from './sniff.ts';

/** What media are sent as; the word of the message's type. */
export type MediaKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

interface Limits {
  name: string;
  /** Without a list, every type goes. */
  types?: readonly string[];
  largest: number;
}

/** Meta, "Supported media types". */
const kinds: Record<MediaKind, Limits> = {
  audio: {
    name: 'Audio',
    types: ['audio/aac', 'audio/mp4', 'audio/mpeg', 'audio/amr', 'audio/ogg', 'audio/opus'],
    largest: 16 * megabyte,
  },
  document: { name: 'Document', largest: 100 * megabyte },
  image: { name: 'Image', types: ['image/jpeg', 'image/png'], largest: 5 * megabyte },
  sticker: { name: 'Sticker', types: ['image/webp'], largest: 500 * kilobyte },
  video: { name: 'Video', types: ['video/mp4', 'video/3gpp'], largest: 16 * megabyte },
};

const largestStillSticker = 100 * kilobyte;

const documentTypes = [
  'application/vnd.ms-powerpoint',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
  'text/plain',
  'application/vnd.ms-excel',
];

/** What may be uploaded, in the order in which Graph lists it when it refuses something else. */
export const uploadTypes: readonly string[] = [
  ...(kinds.audio.types ?? []),
  ...documentTypes,
  ...(kinds.image.types ?? []),
  ...(kinds.sticker.types ?? []),
  ...(kinds.video.types ?? []),
];

/** How the content of a type may look; types that are not listed are taken at their word. */
const looksOf: Record<string, readonly string[]> = {
  'audio/aac': ['audio/aac'],
  'audio/amr': ['audio/amr'],
  'audio/mp4': ['audio/mp4', 'video/mp4'],
  'audio/mpeg': ['audio/mpeg'],
  'audio/ogg': ['audio/ogg'],
  'audio/opus': ['audio/ogg'],
  'image/jpeg': ['image/jpeg'],
  'image/png': ['image/png'],
  'image/webp': ['image/webp'],
  'video/3gpp': ['video/3gpp', 'video/mp4'],
  'video/mp4': ['video/mp4'],
};

/** A type without what may follow it: `audio/ogg` of `audio/ogg; codecs=opus`. */
export const bareType = (mime: string): string => mime.split(';')[0]?.trim().toLowerCase() ?? '';

/** The most that may be uploaded of a type. */
export function largestOf(mime: string): number {
  const type = bareType(mime);
  return Object.values(kinds).find(({ types }) => types?.includes(type))?.largest ?? kinds.document.largest;
}

interface Sent {
  mime: string;
  size: number;
  traits: Traits;
}

/** Why a file cannot be sent as that kind; null when it can. Customers' phones are as strict as that. */
export function problemWith({ mime, size, traits }: Sent, kind: MediaKind): string | null {
  const { name, types, largest } = kinds[kind];
  const type = bareType(mime);
  if (types && !types.includes(type))
    return `Unsupported ${name} mime type ${type}. Please use one of ${types.join(', ')}.`;
  const looks = kind === 'document' ? undefined : looksOf[type];
  if (looks && !looks.includes(traits.found))
    return `${name} file uploaded with mimetype as ${type}, however on processing it is of type ${traits.found}. Please upload a file with a matching mimetype.`;
  if ((traits.channels ?? 1) > 1) return 'Audio in Ogg must be Opus with one channel.';
  if (size > largest) return tooLarge(name, size, largest);
  return kind === 'sticker' ? problemWithSticker(size, traits) : null;
}

function problemWithSticker(size: number, { width, height, animated }: Traits): string | null {
  if (width !== 512 || height !== 512) return 'Sticker must have 512 x 512 pixels.';
  return !animated && size > largestStillSticker ? tooLarge('Sticker', size, largestStillSticker) : null;
}

export const tooLarge = (name: string, size: number, largest: number): string =>
  `${name} file of ${size} bytes is larger than the ${largest} bytes that are allowed.`;
