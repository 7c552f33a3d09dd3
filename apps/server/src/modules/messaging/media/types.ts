import type { FileKind } from '../content/files.ts';

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** The most that passes through the program in either direction. */
export const mostBytes = 100 * megabyte;

interface KindRule {
  /** For a sentence: "Images…". */
  name: string;
  types?: readonly string[];
  most: number;
  mostWords: string;
}

/** Meta, "Supported media types". */
export const kindRules: Record<FileKind, KindRule> = {
  audio: {
    name: 'Sound files',
    types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    most: 16 * megabyte,
    mostWords: '16 MB',
  },
  document: { name: 'Documents', most: mostBytes, mostWords: '100 MB' },
  image: { name: 'Images', types: ['image/jpeg', 'image/png'], most: 5 * megabyte, mostWords: '5 MB' },
  sticker: { name: 'Stickers', types: ['image/webp'], most: 500 * kilobyte, mostWords: '500 KB' },
  video: { name: 'Videos', types: ['video/mp4', 'video/3gpp'], most: 16 * megabyte, mostWords: '16 MB' },
};

const mostOfStillSticker = 100 * kilobyte;

/** As what WhatsApp would take bytes of this type. */
export function kindOf(mime: string): FileKind {
  const kinds = Object.entries(kindRules) as [FileKind, KindRule][];
  return kinds.find(([, { types }]) => types?.includes(mime))?.[0] ?? 'document';
}

export interface Measured {
  mime: string;
  size: number;
  width?: number | null;
  height?: number | null;
  animated?: boolean;
}

/** Why a file cannot be sent as that kind, in a sentence; null when it can. */
export function problemAs(kind: FileKind, { mime, size, width, height, animated }: Measured): string | null {
  const { name, types, most, mostWords } = kindRules[kind];
  if (types && !isOfKind(kind, mime)) {
    return `${name} have to be ${types.join(', ')} for WhatsApp; these bytes are ${mime}.`;
  }
  if (size > most) return `${name} may have at most ${mostWords} for WhatsApp; this has ${size} bytes.`;
  if (kind !== 'sticker') return null;
  if (width !== 512 || height !== 512) return 'Stickers have to be 512 × 512 pixels.';
  if (animated === false && size > mostOfStillSticker) {
    return `Stickers that do not move may have at most 100 KB for WhatsApp; this has ${size} bytes.`;
  }
  return null;
}

/** Received files may be larger than what may be sent, but not something else than they were said to be. */
export function isOfKind(kind: FileKind, mime: string): boolean {
  const { types } = kindRules[kind];
  // A sound inside of MP4 cannot be told from a video by its beginning.
  return !types || types.includes(mime) || (kind === 'audio' && mime === 'video/mp4');
}

/** Types that a browser shows without running anything in them. Pictures only as we have drawn them again. */
const inline = new Set([
  'audio/aac',
  'audio/mp4',
  'audio/mpeg',
  'audio/ogg',
  'video/mp4',
  'video/3gpp',
  'application/pdf',
]);

export const isInline = (mime: string): boolean => inline.has(mime);

const playedEverywhere = new Set(['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/aac', 'video/mp4']);

/** Whether today's browsers play it as it is. AMR and 3GP they do not. */
export const isPlayable = (mime: string): boolean => playedEverywhere.has(mime);

/** What a download is called by: anything but the types that are known to be harmless is plain bytes. */
export const servedType = (mime: string): string =>
  isInline(mime) || kindOf(mime) !== 'document' ? mime : 'application/octet-stream';
