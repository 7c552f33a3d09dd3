import { z } from 'zod';
import { body, buttonsOf, choice, productReference, urlAction } from './interactive-parts.ts';
import { fileAddress, unlike, words } from './parts.ts';

const linked = z.strictObject({ link: fileAddress });
const cardIndex = z.number().int().min(0).max(9);

const mediaCard = z.strictObject({
  card_index: cardIndex,
  type: z.literal('cta_url'),
  header: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('image'), image: linked }),
    z.strictObject({ type: z.literal('video'), video: linked }),
  ]),
  body: z
    .strictObject({
      text: words(160).refine((text) => text.split('\n').length <= 3, 'A card has at most 2 line breaks'),
    })
    .optional(),
  action: z.union(
    [
      urlAction,
      z.strictObject({
        buttons: buttonsOf(
          z.strictObject({ type: z.literal('quick_reply'), quick_reply: choice }),
          'quick_reply',
          2,
        ),
      }),
    ],
    { error: 'A card has either a web address (`name`: cta_url) or one or two quick replies (`buttons`)' },
  ),
});

const productCard = z.strictObject({
  card_index: cardIndex,
  type: z.literal('product'),
  action: productReference,
});

type Card = z.output<typeof mediaCard> | z.output<typeof productCard>;

/** What all cards must share. */
const makeOf = (card: Card): string => {
  if (card.type === 'product') return `product of ${card.action.catalog_id}`;
  return 'buttons' in card.action ? `quick_reply ${card.action.buttons.length}` : 'cta_url';
};

export const carousel = z.strictObject({
  type: z.literal('carousel'),
  body,
  action: z.strictObject({
    cards: z
      .array(z.discriminatedUnion('type', [mediaCard, productCard]))
      .min(2)
      .max(10)
      .check(unlike<Card>('Indexes of cards', (card) => card.card_index, ['card_index']))
      .refine(
        (cards) => cards.every((card) => card.card_index < cards.length),
        'Indexes of cards count from 0 without a gap',
      )
      .refine(
        (cards) => new Set(cards.map(makeOf)).size === 1,
        'All cards need the same kind of buttons, and the same number of them',
      ),
  }),
});
