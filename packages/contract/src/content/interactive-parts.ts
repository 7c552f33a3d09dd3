import { z } from 'zod';
import { anyWords, file, namedFile, unlike, webAddress, words } from './parts.ts';

/** Meta's page on lists allows them 4096, its specification 1024 as all others: what keeps to 1024 is safe. */
export const body = z.strictObject({ text: words(1024) });
export const footer = z.strictObject({ text: words(60) }).optional();

export const textHeader = z.strictObject({
  type: z.literal('text'),
  text: words(60),
  sub_text: words(60).optional(),
});

export const header = z
  .discriminatedUnion('type', [
    textHeader,
    z.strictObject({ type: z.literal('image'), image: file }),
    z.strictObject({ type: z.literal('video'), video: file }),
    z.strictObject({ type: z.literal('document'), document: namedFile }),
  ])
  .optional();

/** What the customer taps: `id` comes back, `title` is what they read. */
export const choice = z.strictObject({ id: words(256), title: words(20) });

type Choice = z.output<typeof choice>;

export const buttonsOf = <Button extends z.ZodType<{ [key: string]: unknown }>>(
  button: Button,
  property: 'reply' | 'quick_reply',
  max: number,
) => {
  const choiceOf = (one: z.output<Button>): Choice => one[property] as Choice;
  return z
    .array(button)
    .min(1)
    .max(max)
    .check(
      unlike<z.output<Button>>('Ids of buttons', (one) => choiceOf(one).id, [property, 'id']),
      unlike<z.output<Button>>('Titles of buttons', (one) => choiceOf(one).title, [property, 'title']),
    );
};

export const urlAction = z.strictObject({
  name: z.literal('cta_url'),
  parameters: z.strictObject({
    display_text: words(20),
    url: webAddress,
    payment_link_preview: z.boolean().optional(),
  }),
});

export const productReference = z.strictObject({ catalog_id: anyWords, product_retailer_id: anyWords });

/** Sections of a list need titles as soon as there are two, so that they can be told apart. */
export const titled = z.check<{ title?: string }[]>(({ value, issues }) => {
  if (value.length < 2) return;
  for (const [at, { title }] of value.entries()) {
    if (title !== undefined) continue;
    const message = 'Every section needs a title when there is more than one';
    issues.push({ code: 'custom', message, path: [at, 'title'], input: value });
  }
});

export const productSections = z
  .array(
    z.strictObject({
      title: words(24).optional(),
      product_items: z
        .array(z.strictObject({ product_retailer_id: anyWords }))
        .min(1)
        .max(30),
    }),
  )
  .min(1)
  .max(10)
  .check(titled)
  .refine(
    (sections) => sections.reduce((sum, one) => sum + one.product_items.length, 0) <= 30,
    'WhatsApp shows at most 30 products in all sections together',
  );
