import type { SendComponent, SendTemplate } from '@trikon/whatsapp';
import { localValues } from './local-words.ts';
import {
  isNothing,
  readValue,
  type OutgoingParameter,
  type TemplateValues,
  type ValueProblem,
} from './values.ts';
import { shapeOf, type PartShape, type TemplateShape, type TemplateSource, type TextShape } from './shape.ts';
import { slotsOf, type Slot } from './slots.ts';
import { fillText } from './text.ts';

/** The `template` object of a message, as Meta takes it but for files of ours. */
export type OutgoingTemplate = SendTemplate;

interface Unfilled {
  /** Parameters without a value, by name. */
  missing: string[];
  wrong: { name: string; why: ValueProblem }[];
}

export type Filled = { template: OutgoingTemplate } | Unfilled;

interface NamedTemplate extends TemplateSource {
  name: string;
  language: string;
}

interface FillOptions {
  /** Used where a value is missing or empty. */
  fallbacks?: TemplateValues;
}

interface FilledSlot extends Slot {
  parameter: OutgoingParameter;
}

/** Puts values into a template, or tells by name what is missing and what does not fit. */
export function fillTemplate(
  template: NamedTemplate,
  handed: TemplateValues,
  { fallbacks: standIns = {} }: FillOptions = {},
): Filled {
  const values = localValues(handed, template.language);
  const fallbacks = localValues(standIns, template.language);
  const shape = shapeOf(template);
  const slots = slotsOf(shape, cardsIn(values));
  const filled: FilledSlot[] = [];
  const missing = new Set<string>();
  const wrong = new Map<string, ValueProblem>();
  for (const slot of slots) {
    const read = readValue(slot, values[slot.name]) ?? readValue(slot, fallbacks[slot.name]) ?? emptyOf(slot);
    if (read === null) {
      if (slot.required) missing.add(slot.name);
    } else if ('wrong' in read) wrong.set(slot.name, read.wrong);
    else filled.push({ ...slot, parameter: read.parameter });
  }
  if (missing.size === 0 && wrong.size === 0)
    for (const name of overlong(shape, { ...fallbacks, ...given(values) })) wrong.set(name, 'too_long');
  if (missing.size > 0 || wrong.size > 0)
    return { missing: [...missing], wrong: Array.from(wrong, ([name, why]) => ({ name, why })) };
  const components = componentsOf(filled, shape, slots);
  const { name, language } = template;
  return {
    template: { name, language: { code: language }, ...(components.length > 0 && { components }) },
  };
}

/** These two kinds of button have to be in the message even when nothing is said of them. */
const emptyOf = ({ kind }: Slot) =>
  kind === 'flow' || kind === 'catalog' ? { parameter: { type: 'action', action: {} } as const } : null;

const given = (values: TemplateValues): TemplateValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => !isNothing(value)));

/** How many cards values were given for. */
function cardsIn(values: TemplateValues): number {
  const cards = Object.keys(values).map((name) => Number(/^card\.(\d+)\./.exec(name)?.[1] ?? -1));
  return Math.max(0, ...cards) + 1;
}

/** Texts that outgrow what Meta shows (132005), though each value would fit. */
function overlong(shape: TemplateShape, values: TemplateValues): string[] {
  const isLong = (text: TextShape | null | undefined, prefix: string, limit: number): boolean =>
    text !== null && text !== undefined && fillText(text, prefix, values).length > limit;
  const cards = (shape.cards ?? []).map((card: PartShape, at) => ({ card, prefix: `card.${at}.` }));
  return [
    ...(isLong(shape.header?.text, 'header.', 60) ? ['header'] : []),
    ...(isLong(shape.body, 'body.', shape.bodyLimit) ? ['body'] : []),
    ...cards
      .filter(({ card, prefix }) => isLong(card.body, `${prefix}body.`, 160))
      .map(({ prefix }) => `${prefix}body`),
  ];
}

function componentsOf(
  filled: readonly FilledSlot[],
  { cards }: TemplateShape,
  slots: readonly Slot[],
): SendComponent[] {
  const own = partComponents(filled.filter(({ card }) => card === null));
  if (cards === null) return own;
  const count = Math.max(cards.length, ...slots.map(({ card }) => (card ?? 0) + 1));
  const carousel = Array.from({ length: count }, (_, card_index) => ({
    card_index,
    components: partComponents(filled.filter(({ card }) => card === card_index)),
  }));
  return [...own, { type: 'carousel', cards: carousel }];
}

function partComponents(slots: readonly FilledSlot[]): SendComponent[] {
  const components = new Map<string, SendComponent>();
  for (const { part, index, subType, parameter } of slots) {
    const key = part === 'button' ? `button ${index}` : part;
    const known = components.get(key);
    const parameters = [
      ...((known as { parameters?: SendParameters })?.parameters ?? []),
      parameter,
    ] as SendParameters;
    components.set(
      key,
      part === 'button'
        ? { type: 'button', sub_type: subType, index: String(index), parameters }
        : { type: part, parameters },
    );
  }
  return [...components.values()];
}

type SendParameters = Extract<SendComponent, { type: 'body' }>['parameters'];
