import type { InteractiveHeader, TextHeader, TextPart } from '@trikon/whatsapp';
import { file } from './text-and-media.ts';
import { isObject, label, object, oneOf, optional, text, variants, type Reader } from './reading.ts';
import { wrong } from './wrong.ts';

export const bodyOf = (max: number): Reader<TextPart> =>
  object<TextPart>({ text: label('Body text', { max }) });

/** Meta's page on lists allows them 4096, its specification and its service 1024 like all others. */
export const body = bodyOf(1024);

export const footer = optional(object<TextPart>({ text: label('Footer text', { min: 0, max: 60 }) }));

const inText = object<TextHeader>({
  type: oneOf('text'),
  text: label('Header text', { max: 60 }),
  sub_text: optional(label('Header sub-text', { max: 60 })),
});

export const textHeader = withContent(variants<TextHeader>('type', { text: inText }));

export const header = withContent(
  variants<InteractiveHeader>('type', {
    text: inText,
    image: object<HeaderOf<'image'>>({ type: oneOf('image'), image: file<object>({}) }),
    video: object<HeaderOf<'video'>>({ type: oneOf('video'), video: file<object>({}) }),
    document: object<HeaderOf<'document'>>({
      type: oneOf('document'),
      document: file<{ filename?: string }>({ filename: optional(text()) }),
    }),
  }),
);

type HeaderOf<Kind extends string> = Extract<InteractiveHeader, { type: Kind }>;

/** A header that names its kind and lacks its content has a sentence of its own. */
function withContent<T>(reader: Reader<T>): Reader<T> {
  return (value, now) => {
    const kind = isObject(value) && typeof value['type'] === 'string' ? value['type'].toLowerCase() : '';
    if (kinds.has(kind) && isObject(value) && (value[kind] ?? null) === null) {
      wrong(131009, `${kind[0]?.toUpperCase()}${kind.slice(1)} cannot be null for header type ${kind}`);
    }
    return reader(value, now);
  };
}

const kinds = new Set(['document', 'image', 'text', 'video']);

/** For the kinds of messages that have no place for it. */
export const without = (what: 'Footer' | 'Header', kind: string): Record<string, string> => ({
  [what.toLowerCase()]: `${what} is not supported for interactive messages of type ${kind}`,
});
