import type { TemplateContent } from '@trikon/contract';
import { shapeOf, type TextShape } from '../shape.ts';

export interface LintDraft {
  name: string;
  language: string;
  category: string;
  content: Pick<TemplateContent, 'parameterFormat' | 'variables' | 'media' | 'disclosure'> & {
    components: readonly unknown[];
  };
}

type Role = 'header' | 'body' | 'footer' | 'offer' | 'button';

/** A text of a template, and where it stands. */
export interface Piece {
  path: string;
  /** RFC 6901, from the components on. */
  pointer: string;
  role: Role;
  card: number | null;
  text: string;
}

interface CopyButton {
  path: string;
  pointer: string;
  type: string;
  text: string;
  url: string | null;
  card: number | null;
}

interface CopyMedia {
  path: string;
  format: string;
  fileId: string | null;
  altText: string | null;
}

interface CopyVariable {
  path: string;
  sample: string;
  fallback: string | null;
  source: string | null;
}

/** A template as a reader meets it. Whatever is not understood is passed over. */
export interface Copy {
  draft: LintDraft;
  /** `hi` of `hi`, `en` of `en_IN`. */
  base: string;
  pieces: Piece[];
  buttons: CopyButton[];
  media: CopyMedia[];
  variables: CopyVariable[];
  kinds: Set<string>;
  /** Everything that can be read. */
  text: string;
}

type Loose = Record<string, unknown>;
type Place = { pointer: string; card: number | null };

/** Longer texts are refused for their length; nothing else needs to be read of them. */
const most = 5000;

export function readCopy(draft: LintDraft): Copy {
  const parts = draft.content.components.flatMap((component, at) =>
    partsOf(component, { pointer: `/${at}`, card: null }),
  );
  const pieces = parts.flatMap(({ piece }) => (piece ? [piece] : []));
  const buttons = numbered(parts.flatMap(({ button }) => (button ? [button] : [])));
  const labels = buttons.map(({ path, pointer, card, text }) => ({
    path,
    pointer: `${pointer}/text`,
    role: 'button' as const,
    card,
    text,
  }));
  const all = [...pieces, ...labels.filter(({ text }) => text !== '')];
  return {
    draft,
    base: draft.language.split('_')[0]!.toLowerCase(),
    pieces: all,
    buttons,
    media: parts.flatMap(({ media }) => (media ? [{ ...media, ...fileOf(draft, media.path) }] : [])),
    variables: variablesOf(draft),
    kinds: new Set(parts.map(({ kind }) => kind)),
    text: all.map(({ text }) => text).join('\n'),
  };
}

interface Part {
  kind: string;
  piece?: Piece;
  button?: CopyButton;
  media?: CopyMedia;
}

function partsOf(component: unknown, place: Place): Part[] {
  if (!isObject(component)) return [];
  const kind = word(component.type);
  if (kind === 'CAROUSEL') return [{ kind }, ...cardsOf(component, place.pointer)];
  if (kind === 'BUTTONS') return [{ kind }, ...buttonsOf(component, place)];
  if (kind === 'HEADER') return headerOf(component, place);
  if (kind === 'LIMITED_TIME_OFFER') {
    const { text } = isObject(component.limited_time_offer) ? component.limited_time_offer : {};
    return [textPart(kind, 'offer', text, { ...place, pointer: `${place.pointer}/limited_time_offer` })];
  }
  const role = roles.get(kind);
  return role === undefined ? [{ kind }] : [textPart(kind, role, component.text, place)];
}

const roles = new Map<string, Role>([
  ['BODY', 'body'],
  ['FOOTER', 'footer'],
]);

const prefixOf = (card: number | null): string => (card === null ? '' : `card.${card}.`);

function textPart(kind: string, role: Role, text: unknown, { pointer, card }: Place): Part {
  if (typeof text !== 'string') return { kind };
  const path = `${prefixOf(card)}${role}`;
  return { kind, piece: { path, pointer: `${pointer}/text`, role, card, text: text.slice(0, most) } };
}

function headerOf(header: Loose, place: Place): Part[] {
  const format = word(header.format) || 'TEXT';
  if (format === 'TEXT') return [textPart('HEADER', 'header', header.text, place)];
  const path = `${prefixOf(place.card)}header`;
  return [{ kind: 'HEADER', media: { path, format, fileId: null, altText: null } }];
}

/** A draft names the file of a card by the card. */
function fileOf({ content }: LintDraft, path: string): Pick<CopyMedia, 'fileId' | 'altText'> {
  const use = content.media[path.replace(/^(card\.\d+)\.header$/, '$1')];
  return { fileId: use?.mediaId ?? null, altText: use?.altText ?? null };
}

function cardsOf(carousel: Loose, pointer: string): Part[] {
  return list(carousel.cards).flatMap((card, at) =>
    list(isObject(card) ? card.components : null).flatMap((component, index) =>
      partsOf(component, { pointer: `${pointer}/cards/${at}/components/${index}`, card: at }),
    ),
  );
}

function buttonsOf(buttons: Loose, { pointer, card }: Place): Part[] {
  return list(buttons.buttons).flatMap((given, at) => {
    if (!isObject(given)) return [];
    const button = {
      path: `${at}`,
      pointer: `${pointer}/buttons/${at}`,
      type: word(given.type),
      text: typeof given.text === 'string' ? given.text.slice(0, most) : '',
      url: typeof given.url === 'string' ? given.url.slice(0, most) : null,
      card,
    };
    return [{ kind: button.type, button }];
  });
}

const numbered = (buttons: CopyButton[]): CopyButton[] =>
  buttons.map((button) => ({ ...button, path: `${prefixOf(button.card)}button.${button.path}` }));

function variablesOf({ category, content }: LintDraft): CopyVariable[] {
  const { parameterFormat, components, variables } = content;
  const shape = shapeOf({ category, parameterFormat, components });
  const named = (prefix: string, text: TextShape | null | undefined): CopyVariable[] =>
    (text?.variables ?? []).map(({ name }) => {
      const path = `${prefix}.${name}`;
      const { sample = '', fallback = null, source = null } = variables[path] ?? {};
      return { path, sample, fallback, source };
    });
  return [
    ...named('header', shape.header?.text),
    ...named('body', shape.body),
    ...(shape.cards ?? []).flatMap(({ body }, at) => named(`card.${at}.body`, body)),
  ];
}

const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const word = (value: unknown): string => (typeof value === 'string' ? value.toUpperCase() : '');

export const isMarketing = ({ draft }: Copy): boolean => word(draft.category) === 'MARKETING';
export const isAuthentication = ({ draft }: Copy): boolean => word(draft.category) === 'AUTHENTICATION';

/** Texts with a role, of the message itself or of any card. */
export const piecesOf = (copy: Copy, ...wanted: Role[]): Piece[] =>
  copy.pieces.filter(({ role }) => wanted.includes(role));
