import { isObject } from '../world/json.ts';
import type { MediaKind } from './kinds.ts';

/** A place in a message's content that names media. */
export interface Reference {
  kind: MediaKind;
  id?: string;
  link?: string;
  /** As Graph names the place: `template['components'][0]['parameters'][0]['image']`. */
  place: string;
}

/** Where media may be named, wherever in the content that is: in the message itself, in headers, parameters and cards. */
const kindOfName: Record<string, MediaKind> = {
  audio: 'audio',
  document: 'document',
  image: 'image',
  sticker: 'sticker',
  video: 'video',
  // Moving pictures of templates are videos without sound.
  gif: 'video',
};

export function referencesIn(content: unknown, place = ''): Reference[] {
  if (Array.isArray(content)) return content.flatMap((one, at) => referencesIn(one, `${place}[${at}]`));
  if (!isObject(content)) return [];
  return Object.entries(content).flatMap(([name, value]) => {
    const inner = place === '' ? name : `${place}['${name}']`;
    const own = isObject(value) ? referenceOf(name, value, inner) : null;
    return own ? [own] : referencesIn(value, inner);
  });
}

function referenceOf(name: string, { id, link }: Record<string, unknown>, place: string): Reference | null {
  const kind = Object.hasOwn(kindOfName, name) ? kindOfName[name] : undefined;
  if (!kind) return null;
  if (typeof id === 'string') return { kind, id, place };
  return typeof link === 'string' ? { kind, link, place } : null;
}
