import type { CarouselCard, CarouselMessage, MediaCard, ProductCard, TextPart } from '@trikon/whatsapp';
import { body, bodyOf, without } from './interactive-parts.ts';
import { productReference } from './products.ts';
import {
  array,
  integer,
  object,
  oneOf,
  optional,
  orAsText,
  variants,
  webAddress,
  type Reader,
} from './reading.ts';
import { refuseRepeats } from './repeats.ts';
import { buttonsOf, urlAction } from './replies.ts';
import { choice } from './text-and-media.ts';
import { wrong } from './wrong.ts';

const shortBody = bodyOf(160);

const cardBody: Reader<TextPart> = (value, now) => {
  const part = shortBody(value, now);
  if (part.text.split('\n').length > 3) wrong(131009, 'Card body text may have at most 2 line breaks');
  return part;
};

const card_index = orAsText(integer(0, 9));

const linked = object({ link: webAddress });

const cardHeader = variants<MediaCard['header']>('type', {
  image: object<Extract<MediaCard['header'], { type: 'image' }>>({ type: oneOf('image'), image: linked }),
  video: object<Extract<MediaCard['header'], { type: 'video' }>>({ type: oneOf('video'), video: linked }),
});

type QuickReplies = Extract<MediaCard['action'], { buttons: unknown }>;

const quickReplies = object<QuickReplies>({
  buttons: buttonsOf(
    object<QuickReplies['buttons'][number]>({ type: oneOf('quick_reply'), quick_reply: choice }),
    (button) => button.quick_reply,
    2,
  ),
});

const action: Reader<MediaCard['action']> = (value, now) =>
  typeof value === 'object' && value !== null && 'buttons' in value
    ? quickReplies(value, now)
    : urlAction(value, now);

const card = variants<CarouselCard>('type', {
  cta_url: object<MediaCard>({
    card_index,
    type: oneOf('cta_url'),
    header: cardHeader,
    body: optional(cardBody),
    action,
  }),
  product: object<ProductCard>({ card_index, type: oneOf('product'), action: productReference }),
});

const cards = array(card, {
  min: 2,
  max: 10,
  details: 'Invalid cards count. Min allowed cards: 2, Max allowed cards: 10',
});

export const carouselMessage = object<CarouselMessage>(
  {
    type: oneOf('carousel'),
    body,
    action: object<CarouselMessage['action']>({ cards }, { rule: ({ cards }) => keepTogether(cards) }),
  },
  { refused: { ...without('Header', 'carousel'), ...without('Footer', 'carousel') } },
);

/** All cards look alike; they are shown in the order of their index. */
function keepTogether(cards: CarouselCard[]): void {
  refuseRepeats(cards, (one) => one.card_index, 'Card indexes must be unique');
  if (cards.some((one) => one.card_index >= cards.length)) {
    wrong(131009, 'Card indexes must count from 0 without a gap');
  }
  if (new Set(cards.map(makeOf)).size > 1) {
    wrong(131009, 'All cards must have the same type of buttons and the same number of them');
  }
}

const makeOf = (card: CarouselCard): string => {
  if (card.type === 'product') return `product of ${card.action.catalog_id}`;
  return 'buttons' in card.action ? `quick_reply ${card.action.buttons.length}` : 'cta_url';
};
