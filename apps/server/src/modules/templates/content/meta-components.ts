import { mediaPlaces, variablesIn } from '@trikon/contract/template-rules';
import type { TemplateContent } from '@trikon/contract';

type Component = TemplateContent['components'][number];
type Part = Exclude<Component, { type: 'CAROUSEL' }>;
type Button = Extract<Part, { type: 'BUTTONS' }>['buttons'][number];
type Json = Record<string, unknown>;

interface Wanted {
  category: string;
  /** Meta’s handles of the sample files, by place. */
  handles?: ReadonlyMap<string, string>;
}

const order = [
  'HEADER',
  'LIMITED_TIME_OFFER',
  'BODY',
  'FOOTER',
  'BUTTONS',
  'CAROUSEL',
  'CALL_PERMISSION_REQUEST',
] as const;

/** The content as Meta takes it, with an example for everything that takes a value (Meta, 'Template components'). */
export function toMetaComponents(content: TemplateContent, { category, handles }: Wanted): Json[] {
  const parts = content.components.toSorted(
    (one, other) => order.indexOf(one.type) - order.indexOf(other.type),
  );
  const around: Around = { content, handles: handles ?? new Map(), isCode: category === 'AUTHENTICATION' };
  return [...parts.map((part) => componentOf(part, around)), ...content.foreign];
}

interface Around {
  content: TemplateContent;
  handles: ReadonlyMap<string, string>;
  isCode: boolean;
}

function componentOf(part: Component, around: Around): Json {
  if (part.type !== 'CAROUSEL') return partOf(part, '', around);
  const cards = part.cards.map(({ components }, at) => ({
    components: components.map((each) => partOf(each, `card.${at}.`, around)),
  }));
  return { type: part.type, cards };
}

function partOf(part: Part, prefix: string, around: Around): Json {
  switch (part.type) {
    case 'HEADER':
      return headerOf(part, prefix, around);
    case 'BODY':
      return bodyOf(part, prefix, around);
    case 'FOOTER':
      return around.isCode
        ? { type: part.type, code_expiration_minutes: part.code_expiration_minutes }
        : { type: part.type, text: part.text };
    case 'BUTTONS':
      return {
        type: part.type,
        buttons: part.buttons.map((button, at) => buttonOf(button, `${prefix}button.${at}`, around)),
      };
    case 'LIMITED_TIME_OFFER':
    case 'CALL_PERMISSION_REQUEST':
    default:
      return part;
  }
}

function headerOf(part: Extract<Part, { type: 'HEADER' }>, prefix: string, around: Around): Json {
  if (part.format === 'TEXT')
    return withExamples(part, { prefix: `${prefix}header.`, key: 'header_text' }, around);
  const handle = around.handles.get(prefix === '' ? 'header' : prefix.slice(0, -1));
  return handle === undefined ? part : { ...part, example: { header_handle: [handle] } };
}

function bodyOf(part: Extract<Part, { type: 'BODY' }>, prefix: string, around: Around): Json {
  // Words of a one-time code are Meta’s own: only what they mention is chosen.
  if (around.isCode)
    return { type: part.type, add_security_recommendation: part.add_security_recommendation === true };
  const { type, text } = part;
  return withExamples({ type, text }, { prefix: `${prefix}body.`, key: 'body_text' }, around);
}

function withExamples(
  part: { type: string; text: string },
  { prefix, key }: { prefix: string; key: 'header_text' | 'body_text' },
  { content }: Around,
): Json {
  const names = variablesIn(part.text);
  if (names.length === 0) return { ...part };
  const sampleOf = (name: string): string => content.variables[`${prefix}${name}`]?.sample ?? '';
  if (content.parameterFormat === 'NAMED') {
    const examples = names.map((name) => ({ param_name: name, example: sampleOf(name) }));
    return { ...part, example: { [`${key}_named_params`]: examples } };
  }
  const values = names.toSorted((one, other) => Number(one) - Number(other)).map(sampleOf);
  return { ...part, example: { [key]: key === 'body_text' ? [values] : values } };
}

function buttonOf(button: Button, place: string, { content }: Around): Json {
  const sample = (name: string): string => content.variables[`${place}.${name}`]?.sample ?? '';
  if (button.type === 'COPY_CODE') return { type: button.type, example: sample('coupon') };
  if (button.type === 'URL' && button.url.includes('{{1}}'))
    return { ...button, example: [button.url.replace('{{1}}', () => sample('url'))] };
  return button;
}

/** Which of our files have to be uploaded before this content can be submitted, by place. */
export const sampleFiles = (content: TemplateContent): { place: string; mediaId: string }[] =>
  mediaPlaces(content).flatMap((place) => {
    const mediaId = content.media[place]?.mediaId ?? null;
    return mediaId === null ? [] : [{ place, mediaId }];
  });
