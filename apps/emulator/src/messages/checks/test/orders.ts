import type { OrderDetails } from '@trikon/whatsapp';

export const order: OrderDetails = {
  reference_id: 'order-1001',
  type: 'physical-goods',
  currency: 'INR',
  payment_settings: [
    {
      type: 'payment_gateway',
      payment_gateway: {
        type: 'razorpay',
        configuration_name: 'razorpay-prod',
        razorpay: { receipt: 'r-1', notes: { k: 'v' } },
      },
    },
  ],
  total_amount: { value: 21000, offset: 100 },
  order: {
    status: 'pending',
    catalog_id: '194836987003835',
    items: [{ retailer_id: 'sku1', name: 'Bread', amount: { value: 10000, offset: 100 }, quantity: 2 }],
    subtotal: { value: 20000, offset: 100 },
    tax: { value: 1000, offset: 100, description: 'GST' },
    shipping: { value: 1000, offset: 100 },
    discount: { value: 1000, offset: 100 },
  },
};

/** An order from outside the catalogue, with everything that may be said about it. */
export const fullOrder: OrderDetails = {
  ...order,
  reference_id: 'INV-1001-1',
  beneficiaries: [
    {
      name: 'Asha Rao',
      address_line1: '12, 4th Cross',
      address_line2: 'Near park',
      city: 'Bengaluru',
      state: 'Karnataka',
      country: 'India',
      postal_code: '560038',
    },
  ],
  total_amount: { value: 165000, offset: 100 },
  order: {
    status: 'pending',
    expiration: { timestamp: '1791600000', description: 'Pay within 30 minutes' },
    items: [
      {
        retailer_id: 'SKU-1',
        name: 'Cotton kurta, M',
        amount: { value: 100000, offset: 100 },
        sale_amount: { value: 75000, offset: 100 },
        quantity: 2,
        country_of_origin: 'India',
        importer_name: 'Example Store',
        importer_address: {
          address_line1: '12, 4th Cross',
          city: 'Bengaluru',
          zone_code: 'KA',
          postal_code: '560038',
          country_code: 'IN',
        },
      },
    ],
    subtotal: { value: 150000, offset: 100 },
    tax: { value: 10000, offset: 100, description: 'GST' },
    shipping: { value: 20000, offset: 100 },
    discount: { value: 15000, offset: 100, description: '10% off', discount_program_name: 'DIWALI10' },
  },
};
