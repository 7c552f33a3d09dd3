import type {
  Amount,
  Beneficiary,
  DescribedAmount,
  ImporterAddress,
  Order,
  OrderDetails,
  OrderDetailsMessage,
  OrderItem,
  OrderStatus,
  OrderStatusMessage,
  OrderStatusUpdate,
} from '@trikon/whatsapp';
import { body, footer, header, without } from './interactive-parts.ts';
import { paymentSettings } from './payment-settings.ts';
import {
  anyObject,
  array,
  integer,
  matching,
  object,
  oneOf,
  optional,
  text,
  webAddress,
  type Reader,
} from './reading.ts';
import { wrong } from './wrong.ts';

const referenceId = matching(
  /^[\w.-]{1,35}$/,
  'reference_id must have 1 to 35 characters: letters, digits, underscores, dashes and dots',
);

const offset: Reader<100> = (value) =>
  value === 100 ? value : wrong(131009, 'The offset of an amount must be 100');
const value = integer(0);

const amount = object<Amount>({ value, offset });
const describedAmount = object<DescribedAmount>({ value, offset, description: optional(text(60)) });

const importerAddress = object<ImporterAddress>({
  address_line1: text(100),
  address_line2: optional(text(100)),
  city: text(120),
  zone_code: optional(text()),
  postal_code: text(),
  country_code: text(2),
});

const item = object<OrderItem>({
  retailer_id: optional(text()),
  name: text(60),
  amount,
  sale_amount: optional(amount),
  quantity: integer(1),
  image: optional(object({ link: webAddress })),
  country_of_origin: optional(text()),
  importer_name: optional(text()),
  importer_address: optional(importerAddress),
});

/** Seconds; the customer needs five minutes at least to pay. */
const deadline: Reader<string> = (value, now) => {
  const seconds = typeof value === 'number' ? String(value) : text()(value, now);
  if (!/^\d{10}$/.test(seconds)) wrong(131009, 'The expiration timestamp must be a UTC timestamp in seconds');
  if (Number(seconds) * 1000 < now + 300_000) {
    wrong(131009, 'The expiration timestamp must be at least 300 seconds in the future');
  }
  return seconds;
};

const order = object<Order>(
  {
    status: oneOf('pending'),
    type: optional(oneOf('quick_pay')),
    catalog_id: optional(text()),
    expiration: optional(
      object<{ timestamp: string; description?: string }>({
        timestamp: deadline,
        description: optional(text(120)),
      }),
    ),
    items: array(item, { min: 1 }),
    subtotal: amount,
    tax: describedAmount,
    shipping: optional(describedAmount),
    discount: optional(
      object<Exclude<Order['discount'], undefined>>({
        value,
        offset,
        description: optional(text(60)),
        discount_program_name: optional(text(60)),
      }),
    ),
  },
  { rule: refuseUnknownGoods },
);

/** Goods come from the catalogue, or say themselves what they are and who imports them. */
function refuseUnknownGoods({ catalog_id, items }: Order): void {
  if (items.some((one) => one.image)) {
    if (items.length > 10) wrong(131009, 'An order with item images may have at most 10 items');
    if (catalog_id !== undefined || items.some((one) => one.retailer_id !== undefined)) {
      wrong(131009, 'An order with item images may have neither catalog_id nor retailer_id');
    }
  } else if (items.some((one) => one.retailer_id === undefined)) {
    wrong(131008, 'Every item of the order requires retailer_id');
  }
  if (catalog_id !== undefined) return;
  for (const name of ['country_of_origin', 'importer_name', 'importer_address'] as const) {
    if (items.some((one) => one[name] === undefined)) {
      wrong(131008, `Without catalog_id every item of the order requires ${name}`);
    }
  }
}

const pinCode = matching(/^\d{6}$/, 'postal_code must have 6 digits');

const beneficiary = object<Beneficiary>({
  name: text(200),
  address_line1: text(100),
  address_line2: optional(text(100)),
  city: text(),
  state: text(),
  country: text(),
  postal_code: pinCode,
});

/** Of the interactive message and of the template's button (Meta, 'Order details'). */
export const orderDetails = object<OrderDetails>(
  {
    reference_id: referenceId,
    type: oneOf('digital-goods', 'physical-goods'),
    currency: oneOf('INR'),
    total_amount: amount,
    payment_settings: optional(paymentSettings),
    payment_type: optional(text()),
    payment_configuration: optional(text(60)),
    beneficiaries: optional(array(beneficiary, { min: 1 })),
    order,
    shipping_info: optional(anyObject),
  },
  { rule: refuseWrongSums },
);

function refuseWrongSums({
  order,
  total_amount,
  payment_settings,
  payment_configuration,
}: OrderDetails): void {
  if (payment_settings === undefined && payment_configuration === undefined) {
    wrong(131008, 'Either one of payment_settings or payment_configuration must be present');
  }
  const items = order.items.reduce(
    (sum, one) => sum + (one.sale_amount ?? one.amount).value * one.quantity,
    0,
  );
  if (order.subtotal.value !== items) wrong(131009, `The subtotal must be the sum of the items: ${items}`);
  const total = items + order.tax.value + (order.shipping?.value ?? 0) - (order.discount?.value ?? 0);
  if (total_amount.value !== total) {
    wrong(131009, `The total amount must be subtotal + tax + shipping - discount: ${total}`);
  }
}

export const orderDetailsMessage = object<OrderDetailsMessage>({
  type: oneOf('order_details'),
  header: optional(header),
  body,
  footer,
  action: object<OrderDetailsMessage['action']>({ name: oneOf('review_and_pay'), parameters: orderDetails }),
});

/** Meta writes `partially_shipped` in samples and `partially-shipped` in prose. */
const status: Reader<OrderStatus> = (value, now) => {
  const given = statuses(value, now);
  return given === 'partially-shipped' ? 'partially_shipped' : given;
};

const statuses = oneOf(
  'pending',
  'processing',
  'partially_shipped',
  'partially-shipped',
  'shipped',
  'completed',
  'canceled',
);

export const orderStatus = object<OrderStatusUpdate>({
  reference_id: referenceId,
  order: object<OrderStatusUpdate['order']>({ status, description: optional(text(120)) }),
});

export const orderStatusMessage = object<OrderStatusMessage>(
  {
    type: oneOf('order_status'),
    body,
    footer,
    action: object<OrderStatusMessage['action']>({ name: oneOf('review_order'), parameters: orderStatus }),
  },
  { refused: without('Header', 'order_status') },
);
