import type { OutgoingContent } from '@trikon/contract';

type Content<Type extends OutgoingContent['type']> = Extract<OutgoingContent, { type: Type }>;
type TemplatePart = NonNullable<Content<'template'>['template']['components']>[number];

/** Where a file stands in a message: as ours (`media`), behind a link, or, when it leaves, by Meta's id. */
interface FilePlace {
  media?: string;
  link?: string;
  id?: string;
}

/** What kind of file WhatsApp takes at a place. */
export type FileKind = 'audio' | 'document' | 'image' | 'sticker' | 'video';

export interface NamedFile {
  kind: FileKind;
  mediaId: string;
}

/** Our files in a message, each once. */
export function filesIn(content: OutgoingContent): NamedFile[] {
  const found = new Map<string, NamedFile>();
  const note = (kind: FileKind, { media }: FilePlace): void => {
    if (media !== undefined) found.set(`${kind} ${media}`, { kind, mediaId: media });
  };
  for (const [kind, place] of placesIn(content)) note(kind, place);
  return [...found.values()];
}

type Place = readonly [FileKind, FilePlace];

/** Every place of a file in a message. They are the message's own objects: who changes one changes the message. */
export function* placesIn(content: OutgoingContent): Generator<Place> {
  if (content.type === 'interactive') yield* inHeader(content.interactive);
  else if (content.type === 'template') yield* inTemplate(content.template);
  else yield* inPart(content);
}

function* inHeader(interactive: Content<'interactive'>['interactive']): Generator<Place> {
  const header = 'header' in interactive ? interactive.header : undefined;
  if (header === undefined || header.type === 'text') return;
  yield* inPart(header);
}

function* inTemplate({ components = [], values = {} }: Content<'template'>['template']): Generator<Place> {
  for (const component of components) yield* inComponent(component);
  // Which kind it is, the template knows.
  for (const value of Object.values(values))
    if (typeof value === 'object' && !('amount' in value) && !('date' in value)) yield ['document', value];
}

function* inComponent(component: TemplatePart): Generator<Place> {
  if (component.type === 'carousel') {
    for (const { components } of component.cards) for (const one of components) yield* inComponent(one);
  } else if (component.type === 'header') {
    for (const parameter of component.parameters) yield* inPart(parameter);
  }
}

/** A message's, a header's or a parameter's file stands under the name of its type. */
function* inPart(part: { type: string; [name: string]: unknown }): Generator<Place> {
  const kind = kinds[part.type];
  if (kind !== undefined) yield [kind, part[part.type] as FilePlace];
}

const kinds: Record<string, FileKind> = {
  audio: 'audio',
  document: 'document',
  gif: 'video',
  image: 'image',
  sticker: 'sticker',
  video: 'video',
};
