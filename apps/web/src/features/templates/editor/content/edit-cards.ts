import type { TemplateContent } from '@trikon/contract';
import { dropPart, find, put, putPart, type Button, type ButtonType, type Card } from './components.ts';
import { cardButtonsOf, newButton, withCardButtons } from './edit-buttons.ts';
import { moved, reordered } from './reordered.ts';

type CardFormat = 'IMAGE' | 'VIDEO' | 'PRODUCT';

export const cardsOf = ({ components }: TemplateContent): readonly Card[] =>
  find(components, 'CAROUSEL')?.cards ?? [];

const withCards = (content: TemplateContent, cards: Card[]): TemplateContent =>
  cards.length === 0 ? dropPart(content, 'CAROUSEL') : putPart(content, { type: 'CAROUSEL', cards });

const newCard = (format: CardFormat): Card => ({
  components: [
    { type: 'HEADER', format },
    ...(format === 'PRODUCT' ? [] : [{ type: 'BODY' as const, text: '' }]),
    { type: 'BUTTONS', buttons: [newButton(format === 'PRODUCT' ? 'SPM' : 'QUICK_REPLY')] },
  ],
});

/** A carousel stands under the message alone: header, footer and buttons go into the cards. */
export function startCarousel(content: TemplateContent): TemplateContent {
  const rest = (['HEADER', 'FOOTER', 'BUTTONS'] as const).reduce(dropPart, content);
  return withCards(rest, [newCard('IMAGE'), newCard('IMAGE')]);
}

export function formatOf(cards: readonly Card[]): CardFormat {
  const header = find(cards[0]?.components ?? [], 'HEADER');
  return header?.format === 'VIDEO' || header?.format === 'PRODUCT' ? header.format : 'IMAGE';
}

/** All cards are built alike; a carousel of products has two, which stand for as many as are sent. */
export function changeFormat(content: TemplateContent, format: CardFormat): TemplateContent {
  const cards = cardsOf(content);
  if (format === 'PRODUCT' || formatOf(cards) === 'PRODUCT')
    return withCards(content, [newCard(format), newCard(format)]);
  return withCards(
    { ...content, media: withoutCards(content.media) },
    cards.map((card) => ({ components: put(card.components, { type: 'HEADER', format }) })),
  );
}

const withoutCards = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([place]) => !place.startsWith('card.')));

/** Built like the last one, with its labels and without its words. */
export function addCard(content: TemplateContent): TemplateContent {
  const cards = cardsOf(content);
  const last = cards.at(-1) ?? newCard('IMAGE');
  const components = last.components.map((part) => (part.type === 'BODY' ? { ...part, text: '' } : part));
  return withCards(content, [...cards, { components }]);
}

/** To a place before the first: away. */
export function moveCard(content: TemplateContent, from: number, to: number): TemplateContent {
  const cards = cardsOf(content);
  const order = moved(cards.length, from, to);
  return {
    ...withCards(
      content,
      order.map((place) => cards[place]!),
    ),
    variables: reordered(content.variables, 'card', order),
    media: reordered(content.media, 'card', order),
  };
}

export const changeCardText = (content: TemplateContent, at: number, text: string): TemplateContent =>
  changeCard(content, at, (card) => ({ components: put(card.components, { type: 'BODY', text }) }));

export const changeCardButton = (
  content: TemplateContent,
  { card: at, button: place }: { card: number; button: number },
  button: Button,
): TemplateContent =>
  changeCard(content, at, (card) => withCardButtons(card, cardButtonsOf(card).with(place, button)));

/** In every card, since WhatsApp wants them alike. */
export const addCardButton = (content: TemplateContent, type: ButtonType): TemplateContent =>
  withCards(
    content,
    cardsOf(content).map((card) => withCardButtons(card, [...cardButtonsOf(card), newButton(type)])),
  );

export function removeCardButton(content: TemplateContent, place: number): TemplateContent {
  const cards = cardsOf(content);
  const order = moved(cardButtonsOf(cards[0]).length, place, -1);
  const variables = cards.reduce(
    (kept, _, at) => reordered(kept, `card.${at}.button`, order),
    content.variables,
  );
  return {
    ...withCards(
      content,
      cards.map((card) => withCardButtons(card, cardButtonsOf(card).toSpliced(place, 1))),
    ),
    variables,
  };
}

const changeCard = (content: TemplateContent, at: number, change: (card: Card) => Card): TemplateContent =>
  withCards(content, cardsOf(content).with(at, change(cardsOf(content)[at]!)));
