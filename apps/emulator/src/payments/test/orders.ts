import type { JsonObject } from '../../world/json.ts';

interface Given {
  reference?: string;
  /** In paise, of one piece; there are two. */
  price?: number;
  settings?: JsonObject[];
  more?: JsonObject;
  order?: JsonObject;
}

export const razorpay = (more: JsonObject = {}): JsonObject => ({
  type: 'payment_gateway',
  payment_gateway: {
    type: 'razorpay',
    configuration_name: 'surat-silks-razorpay',
    razorpay: { receipt: 'INV-1001', notes: { shop: 'Surat Silks' } },
    ...more,
  },
});

export const upiLink = (query: string): JsonObject => ({
  type: 'upi_intent_link',
  upi_intent_link: { link: `upi://pay?${query}` },
});

/** Two sarees of the sample shop, with tax and a discount: ₹14,998 + ₹750 − ₹500 unless another price is given. */
export function orderDetails({
  reference = 'INV-1001-1',
  price = 749_900,
  settings,
  more,
  order,
}: Given = {}) {
  const subtotal = 2 * price;
  return {
    reference_id: reference,
    type: 'physical-goods',
    currency: 'INR',
    payment_settings: settings ?? [razorpay()],
    total_amount: { value: subtotal + 75_000 - 50_000, offset: 100 },
    order: {
      status: 'pending',
      catalog_id: '194836987003835',
      items: [
        {
          retailer_id: 'SS-SAR-101',
          name: 'Banarasi Silk Saree – Maroon',
          amount: { value: price + 150_000, offset: 100 },
          sale_amount: { value: price, offset: 100 },
          quantity: 2,
        },
      ],
      subtotal: { value: subtotal, offset: 100 },
      tax: { value: 75_000, offset: 100, description: 'GST' },
      discount: { value: 50_000, offset: 100, description: 'दिवाली' },
      ...order,
    },
    ...more,
  } satisfies JsonObject;
}

export const askToPay = (given: Given = {}): JsonObject => ({
  type: 'order_details',
  body: { text: 'आपका ऑर्डर तैयार है' },
  action: { name: 'review_and_pay', parameters: orderDetails(given) },
});

export const tellStatus = (
  status: string,
  { reference = 'INV-1001-1', description }: { reference?: string; description?: string } = {},
): JsonObject => ({
  type: 'order_status',
  body: { text: 'Your order has news' },
  action: {
    name: 'review_order',
    parameters: { reference_id: reference, order: { status, ...(description && { description }) } },
  },
});
