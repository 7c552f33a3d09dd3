import { z } from 'zod';
import { anyWords, fileAddress, webAddress, words } from './parts.ts';

const referenceId = z
  .string()
  .regex(/^[\w.-]{1,35}$/, 'A reference is 1 to 35 letters, digits, underscores, dashes and dots');

const value = z.number().int().min(0);
const offset = z.literal(100);
const amount = z.strictObject({ value, offset });
const described = { value, offset, description: words(60).optional() };

const item = z.strictObject({
  retailer_id: anyWords.optional(),
  name: words(60),
  amount,
  sale_amount: amount.optional(),
  quantity: z.number().int().min(1),
  image: z.strictObject({ link: fileAddress }).optional(),
  country_of_origin: anyWords.optional(),
  importer_name: anyWords.optional(),
  importer_address: z
    .strictObject({
      address_line1: words(100),
      address_line2: words(100).optional(),
      city: words(120),
      zone_code: anyWords.optional(),
      postal_code: anyWords,
      country_code: words(2),
    })
    .optional(),
});

const order = z
  .strictObject({
    status: z.literal('pending'),
    type: z.literal('quick_pay').optional(),
    catalog_id: anyWords.optional(),
    /** Seconds, as text; five minutes ahead at least. */
    expiration: z
      .strictObject({
        timestamp: z.string().regex(/^\d{10}$/, 'Write the time in seconds since 1970'),
        description: words(120).optional(),
      })
      .optional(),
    items: z.array(item).min(1).max(999),
    subtotal: amount,
    tax: z.strictObject(described),
    shipping: z.strictObject(described).optional(),
    discount: z.strictObject({ ...described, discount_program_name: words(60).optional() }).optional(),
  })
  .check(({ value: given, issues }) => {
    for (const { message, path } of complaintsOf(given)) {
      issues.push({ code: 'custom', message, path, input: given });
    }
  });

interface OrderFields {
  catalog_id?: string;
  items: z.output<typeof item>[];
}

interface Complaint {
  message: string;
  path: (string | number)[];
}

/** Goods come from a catalogue, or say themselves what they are and who imports them. */
function* complaintsOf({ catalog_id, items }: OrderFields): Generator<Complaint> {
  const pictured = items.some((one) => one.image !== undefined);
  if (pictured && items.length > 10) {
    yield { message: 'An order with pictures has at most 10 items', path: ['items'] };
  }
  if (pictured && catalog_id !== undefined) {
    yield { message: 'An order with pictures has no catalogue', path: ['catalog_id'] };
  }
  for (const [at, one] of items.entries()) {
    const path = ['items', at];
    if (pictured && one.retailer_id !== undefined) {
      yield { message: 'An order with pictures names no catalogue items', path: [...path, 'retailer_id'] };
    }
    if (!pictured && one.retailer_id === undefined) {
      yield { message: 'Every item needs its id in the shop', path: [...path, 'retailer_id'] };
    }
    if (catalog_id !== undefined) continue;
    for (const name of ['country_of_origin', 'importer_name', 'importer_address'] as const) {
      if (one[name] === undefined) {
        yield { message: 'Without a catalogue every item needs this', path: [...path, name] };
      }
    }
  }
}

const gatewayOptions = {
  configuration_name: words(60),
  preferred_payment_methods: z
    .array(
      z.strictObject({
        method: z.enum(['amazonpay', 'bhim', 'cred', 'gpay', 'mobikwik', 'paytm', 'phonepe']),
      }),
    )
    .max(7)
    .optional(),
  enabled_payment_options: z
    .array(z.enum(['upi', 'web']))
    .max(2)
    .optional(),
  encrypted_payment_gateway_data: anyWords.optional(),
};

/** What a gateway gets along with the payment, under numbered names. */
const extras = (names: RegExp, max: number) =>
  z.record(z.string().regex(names, 'The gateway does not take this'), words(max)).optional();

const gateway = z.discriminatedUnion('type', [
  z.strictObject({
    ...gatewayOptions,
    type: z.literal('razorpay'),
    razorpay: z
      .strictObject({
        receipt: words(40).optional(),
        notes: z
          .record(words(256), words(256, 0))
          .refine((notes) => Object.keys(notes).length <= 15, 'Razorpay takes at most 15 notes')
          .optional(),
      })
      .optional(),
  }),
  z.strictObject({
    ...gatewayOptions,
    type: z.literal('billdesk'),
    billdesk: extras(/^additional_info[1-7]$/, 120),
  }),
  z.strictObject({ ...gatewayOptions, type: z.literal('payu'), payu: extras(/^udf[1-4]$/, 255) }),
  z.strictObject({ ...gatewayOptions, type: z.literal('zaakpay'), zaakpay: extras(/^extra[12]$/, 180) }),
]);

const setting = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('payment_gateway'), payment_gateway: gateway }),
  z.strictObject({ type: z.literal('payment_link'), payment_link: z.strictObject({ uri: webAddress }) }),
  z.strictObject({
    type: z.literal('upi_intent_link'),
    upi_intent_link: z.strictObject({
      link: z
        .string()
        .max(2000)
        .regex(/^upi:\/\/pay\?\S+$/i, 'A UPI link begins with upi://pay?'),
    }),
  }),
]);

const beneficiary = z.strictObject({
  name: words(200),
  address_line1: words(100),
  address_line2: words(100).optional(),
  city: anyWords,
  state: anyWords,
  country: anyWords,
  postal_code: z.string().regex(/^\d{6}$/, 'A PIN code is 6 digits'),
});

/** Of the interactive message and of a template's button. */
export const orderDetails = z
  .strictObject({
    reference_id: referenceId,
    type: z.enum(['digital-goods', 'physical-goods']),
    currency: z.literal('INR'),
    total_amount: amount,
    payment_settings: z.array(setting).min(1).max(5).optional(),
    payment_type: anyWords.optional(),
    payment_configuration: words(60).optional(),
    beneficiaries: z.array(beneficiary).min(1).max(10).optional(),
    order,
    shipping_info: z.record(z.string(), z.unknown()).optional(),
  })
  .refine((given) => given.payment_settings !== undefined || given.payment_configuration !== undefined, {
    message: 'Say how to pay: `payment_settings` or `payment_configuration`',
    path: ['payment_settings'],
  })
  .refine(({ order: { items, subtotal } }) => subtotal.value === sumOf(items), {
    message: 'The subtotal has to be the sum of the items',
    path: ['order', 'subtotal', 'value'],
  })
  .refine(
    ({ total_amount, order: { subtotal, tax, shipping, discount } }) =>
      total_amount.value === subtotal.value + tax.value + (shipping?.value ?? 0) - (discount?.value ?? 0),
    {
      message: 'The total has to be subtotal + tax + shipping − discount',
      path: ['total_amount', 'value'],
    },
  );

const sumOf = (items: z.output<typeof item>[]): number =>
  items.reduce((sum, one) => sum + (one.sale_amount ?? one.amount).value * one.quantity, 0);

export const orderStatus = z.strictObject({
  reference_id: referenceId,
  order: z.strictObject({
    status: z.enum(['pending', 'processing', 'partially_shipped', 'shipped', 'completed', 'canceled']),
    description: words(120).optional(),
  }),
});
