import type { PaymentGateway, PaymentGatewayOptions, PaymentSetting } from '@trikon/whatsapp';
import { isAtMost } from './characters.ts';
import {
  anyText,
  array,
  isObject,
  matching,
  object,
  oneOf,
  optional,
  text,
  variants,
  webAddress,
  type Reader,
} from './reading.ts';
import { wrong, wrongParam } from './wrong.ts';

/** What a gateway gets along with the payment: texts under names of its own. */
const extras = (names: readonly string[], max: number): Reader<Record<string, string>> =>
  object<Record<string, string>>(
    Object.fromEntries(names.map((name) => [name, optional(text(max))])) as never,
  );

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name}${index + 1}`);

const notes: Reader<Record<string, string>> = (value, now) => {
  const whole = isObject(value) ? value : wrongParam('must be a JSON object.');
  const values = Object.values(whole);
  if (values.length > 15) wrong(131009, 'Razorpay notes may have at most 15 keys');
  for (const one of values)
    if (!isAtMost(anyText(one, now), 256)) wrong(131009, 'A Razorpay note may have at most 256 characters');
  return whole as Record<string, string>;
};

type Of<Kind extends PaymentGateway['type']> = PaymentGatewayOptions &
  Extract<PaymentGateway, { type: Kind }>;

const options = {
  configuration_name: text(60),
  preferred_payment_methods: optional(
    array(object({ method: oneOf('gpay', 'phonepe', 'paytm', 'bhim', 'amazonpay', 'cred', 'mobikwik') })),
  ),
  enabled_payment_options: optional(array(oneOf('upi', 'web'))),
  encrypted_payment_gateway_data: optional(text()),
};

const gateway = variants<PaymentGateway>('type', {
  billdesk: object<Of<'billdesk'>>({
    ...options,
    type: oneOf('billdesk'),
    billdesk: optional(extras(numbered('additional_info', 7), 120)),
  }),
  payu: object<Of<'payu'>>({
    ...options,
    type: oneOf('payu'),
    payu: optional(extras(numbered('udf', 4), 255)),
  }),
  razorpay: object<Of<'razorpay'>>({
    ...options,
    type: oneOf('razorpay'),
    razorpay: optional(
      object<{ receipt?: string; notes?: Record<string, string> }>({
        receipt: optional(text(40)),
        notes: optional(notes),
      }),
    ),
  }),
  zaakpay: object<Of<'zaakpay'>>({
    ...options,
    type: oneOf('zaakpay'),
    zaakpay: optional(extras(numbered('extra', 2), 180)),
  }),
});

type SettingOf<Kind extends string> = Extract<PaymentSetting, { type: Kind }>;

const setting = variants<PaymentSetting>('type', {
  payment_gateway: object<SettingOf<'payment_gateway'>>({
    type: oneOf('payment_gateway'),
    payment_gateway: gateway,
  }),
  payment_link: object<SettingOf<'payment_link'>>({
    type: oneOf('payment_link'),
    payment_link: object({ uri: webAddress }),
  }),
  upi_intent_link: object<SettingOf<'upi_intent_link'>>({
    type: oneOf('upi_intent_link'),
    upi_intent_link: object({
      link: matching(/^upi:\/\/pay\?\S+$/i, 'The UPI intent link must begin with upi://pay?'),
    }),
  }),
});

export const paymentSettings = array(setting, { min: 1 });
