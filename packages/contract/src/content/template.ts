import { z } from 'zod';
import { productSections } from './interactive-parts.ts';
import { orderDetails, orderStatus } from './orders.ts';
import { anyWords, file, namedFile, unlike, words } from './parts.ts';
import { location } from './plain.ts';

/** What stands in the running text of a template must not break it. */
const runningText = words(32_768).refine(
  (text) => !/[\n\r\t]| {5}/.test(text),
  'Values of a template have no line breaks, no tabs and no more than 4 spaces in a row',
);

const textValue = z.strictObject({
  type: z.literal('text'),
  text: runningText,
  parameter_name: anyWords.optional(),
});
const currencyValue = z.strictObject({
  type: z.literal('currency'),
  currency: z.strictObject({ fallback_value: anyWords, code: words(3), amount_1000: z.number().int() }),
});
const dateValue = z.strictObject({
  type: z.literal('date_time'),
  date_time: z.strictObject({ fallback_value: anyWords }),
});
const groupValue = z.strictObject({ type: z.literal('group_id'), group_id: anyWords });
const payloadValue = z.strictObject({ type: z.literal('payload'), payload: words(512) });
const minutesValue = z.strictObject({
  type: z.literal('ttl_minutes'),
  ttl_minutes: z.number().int().min(1).max(43_200),
});

const one = <Parameter extends z.ZodType>(parameter: Parameter) => z.array(parameter).length(1);

const header = z.strictObject({
  type: z.literal('header'),
  parameters: one(
    z.discriminatedUnion('type', [
      textValue,
      z.strictObject({ type: z.literal('image'), image: file }),
      z.strictObject({ type: z.literal('video'), video: file }),
      z.strictObject({ type: z.literal('gif'), gif: file }),
      z.strictObject({ type: z.literal('document'), document: namedFile }),
      z.strictObject({ type: z.literal('location'), location }),
      z.strictObject({
        type: z.literal('product'),
        product: z.strictObject({ product_retailer_id: anyWords, catalog_id: anyWords.optional() }),
      }),
    ]),
  ),
});

const body = z.strictObject({
  type: z.literal('body'),
  parameters: z
    .array(z.discriminatedUnion('type', [textValue, currencyValue, dateValue, groupValue]))
    .max(100),
});

const onButton = { type: z.literal('button'), index: z.number().int().min(0).max(9) };

const withAction = <Kind extends string, Action extends z.ZodType>(kind: Kind, action: Action) =>
  z.strictObject({
    ...onButton,
    sub_type: z.literal(kind),
    parameters: one(z.strictObject({ type: z.literal('action'), action })),
  });

const button = z.discriminatedUnion('sub_type', [
  z.strictObject({
    ...onButton,
    sub_type: z.literal('quick_reply'),
    parameters: one(payloadValue).optional(),
  }),
  z.strictObject({ ...onButton, sub_type: z.literal('url'), parameters: one(textValue) }),
  z.strictObject({
    ...onButton,
    sub_type: z.literal('copy_code'),
    parameters: one(z.strictObject({ type: z.literal('coupon_code'), coupon_code: words(15) })),
  }),
  z.strictObject({
    ...onButton,
    sub_type: z.literal('voice_call'),
    index: onButton.index.optional(),
    parameters: z
      .array(z.discriminatedUnion('type', [minutesValue, payloadValue]))
      .max(2)
      .optional(),
  }),
  withAction(
    'flow',
    z.strictObject({
      flow_token: anyWords.optional(),
      flow_action_data: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
  withAction('catalog', z.strictObject({ thumbnail_product_retailer_id: anyWords.optional() })),
  withAction('mpm', z.strictObject({ thumbnail_product_retailer_id: anyWords, sections: productSections })),
  withAction('order_details', z.strictObject({ order_details: orderDetails })),
]);

const limitedTimeOffer = z.strictObject({
  type: z.literal('limited_time_offer'),
  parameters: one(
    z.strictObject({
      type: z.literal('limited_time_offer'),
      limited_time_offer: z.strictObject({ expiration_time_ms: z.number().int().min(0) }),
    }),
  ),
});

const orderStatusPart = z.strictObject({
  type: z.literal('order_status'),
  parameters: one(z.strictObject({ type: z.literal('order_status'), order_status: orderStatus })),
});

interface Component {
  type: string;
  index?: number;
}

const eachOnce = unlike<Component>('Parts of a template', ({ type, index }) => `${type} ${index ?? ''}`);

const onCard = z.discriminatedUnion('type', [header, body, button]);

const carousel = z.strictObject({
  type: z.literal('carousel'),
  cards: z
    .array(
      z.strictObject({
        card_index: z.number().int().min(0).max(9),
        components: z.array(onCard).max(12).check(eachOnce),
      }),
    )
    .min(1)
    .max(10),
});

const component = z.discriminatedUnion('type', [
  header,
  body,
  button,
  carousel,
  limitedTimeOffer,
  orderStatusPart,
]);

/** Written as people do where the template’s language is spoken: ₹1,00,000. */
const amount = z.strictObject({ amount: z.number(), currency: z.string().regex(/^[A-Z]{3}$/) });

/** The same: 31 Dec 2026, 31 दिसंबर 2026. */
const day = z.strictObject({ date: z.iso.date() });

/** What is put in one place of a template: words, an amount or a day in them, or a file for its header. */
export const templateValue = z.union([words(32_768, 0), amount, day, namedFile], {
  error: 'A value is text, `amount` with `currency`, `date`, or a file: `media` or `link`',
});

/** Either `values` by the names of the template's parameters, or the `components` of Meta's API; neither when it has none. */
export const template = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9_]{1,512}$/, 'Names of templates are lower-case letters, digits and underscores'),
    language: z.strictObject({
      /** `contact` for each recipient’s own: `name` is then the one that a template’s languages share. */
      code: z
        .string()
        .regex(/^([a-z]{2,3}(_[A-Z]{2,4})?|contact)$/, 'Write the language as en or en_US, or contact'),
      policy: z.literal('deterministic').optional(),
    }),
    values: z.record(words(512), templateValue).optional(),
    components: z.array(component).max(20).check(eachOnce).optional(),
  })
  .refine(({ values, components }) => values === undefined || components === undefined, {
    message: 'Either `values` or `components`, not both',
    path: ['values'],
  });
