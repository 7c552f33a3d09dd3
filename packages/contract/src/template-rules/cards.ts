import type { TemplateComponentDraft } from '../template-content.ts';
import { buttonProblems } from './buttons.ts';
import { templateLimits } from './facts.ts';
import { problem, when, type TemplateProblem } from './problem.ts';
import { bodyProblems } from './texts.ts';

type Carousel = Extract<TemplateComponentDraft, { type: 'CAROUSEL' }>;
type Card = Carousel['cards'][number];

/** Media cards: two to ten alike. Product cards: exactly two, the rest is given when sending (Meta, 'Carousel templates'). */
export function carouselProblems(field: string, { cards }: Carousel, isNamed: boolean): TemplateProblem[] {
  const isOfProducts = cards.some((card) => formatOf(card) === 'PRODUCT');
  const [first] = cards.map(shapeOf);
  const other = cards.findIndex((card) => shapeOf(card) !== first);
  return [
    ...when(cards.length < 2 || cards.length > templateLimits.cards, () =>
      problem(field, 'wrong_number', 'A carousel has two to ten cards.'),
    ),
    ...when(isOfProducts && cards.length > 2, () =>
      problem(
        field,
        'wrong_number',
        'A carousel of products is made with two cards; sending gives the others.',
      ),
    ),
    ...when(other > 0, () =>
      problem(
        `${field}.cards.${other}`,
        'cards_differ',
        'All cards have the same parts: the same kind of header, a body or none, the same kinds of buttons.',
      ),
    ),
    ...cards.flatMap((card, at) => cardProblems(`${field}.cards.${at}`, card, isNamed)),
  ];
}

function cardProblems(field: string, card: Card, isNamed: boolean): TemplateProblem[] {
  const format = formatOf(card);
  const types = card.components.map(({ type }) => type);
  return [
    ...when(new Set(types).size !== types.length, () =>
      problem(field, 'twice', 'A card has one header, one body and one group of buttons.'),
    ),
    ...when(!['IMAGE', 'VIDEO', 'PRODUCT'].includes(format), () =>
      problem(field, 'needs_other', 'A card begins with an image, a video or a product.'),
    ),
    ...when(!types.includes('BUTTONS'), () => problem(field, 'missing', 'A card has one or two buttons.')),
    ...card.components.flatMap((part, at) =>
      partProblems(`${field}.components.${at}`, part, { format, isNamed }),
    ),
  ];
}

function partProblems(
  field: string,
  part: Card['components'][number],
  { format, isNamed }: { format: string; isNamed: boolean },
): TemplateProblem[] {
  if (part.type === 'BODY')
    return bodyProblems(`${field}.text`, part.text, { isNamed, most: templateLimits.shortBody });
  if (part.type !== 'BUTTONS') return [];
  const allowed =
    format === 'PRODUCT' ? ['SPM', 'URL', 'ORDER_DETAILS'] : ['QUICK_REPLY', 'URL', 'PHONE_NUMBER'];
  return [
    ...buttonProblems(`${field}.buttons`, part.buttons, templateLimits.cardButtons),
    ...part.buttons.flatMap(({ type }, at) =>
      when(!allowed.includes(type), () =>
        problem(`${field}.buttons.${at}`, 'not_allowed', `A card cannot have a button of the kind ${type}.`),
      ),
    ),
  ];
}

const formatOf = ({ components }: Card): string =>
  components.find((part) => part.type === 'HEADER')?.format ?? '';

const shapeOf = ({ components }: Card): string =>
  components
    .map((part) => {
      if (part.type === 'HEADER') return part.format;
      return part.type === 'BODY' ? 'BODY' : part.buttons.map(({ type }) => type).join('+');
    })
    .toSorted()
    .join(' ');
