/** An order to be paid inside WhatsApp (Meta, 'Receive payments via payment gateways on WhatsApp', India). */
export interface OrderDetails {
  /** At most 35 letters, digits, `_`, `-`, `.`; no two orders of a business may share one. */
  reference_id: string;
  type: 'digital-goods' | 'physical-goods';
  currency: 'INR';
  total_amount: Amount;
  payment_settings?: PaymentSetting[];
  /** The older way of saying how to pay. */
  payment_type?: string;
  payment_configuration?: string;
  /** Who gets shipped goods; not shown to the customer. */
  beneficiaries?: Beneficiary[];
  order: Order;
  shipping_info?: Record<string, unknown>;
}

/** Hundredths: 21000 is ₹210. */
export interface Amount {
  value: number;
  offset: 100;
}

export interface DescribedAmount extends Amount {
  description?: string;
}

export interface Order {
  status: 'pending';
  /** Shows nothing but the button to pay. */
  type?: 'quick_pay';
  catalog_id?: string;
  expiration?: { timestamp: string; description?: string };
  items: OrderItem[];
  subtotal: Amount;
  tax: DescribedAmount;
  shipping?: DescribedAmount;
  discount?: DescribedAmount & { discount_program_name?: string };
}

/** Outside a catalogue an item names its origin and importer itself. */
export interface OrderItem {
  retailer_id?: string;
  name: string;
  amount: Amount;
  sale_amount?: Amount;
  quantity: number;
  image?: { link: string };
  country_of_origin?: string;
  importer_name?: string;
  importer_address?: ImporterAddress;
}

export interface ImporterAddress {
  address_line1: string;
  address_line2?: string;
  city: string;
  zone_code?: string;
  postal_code: string;
  country_code: string;
}

export interface Beneficiary {
  name: string;
  address_line1: string;
  address_line2?: string;
  city: string;
  state: string;
  country: string;
  postal_code: string;
}

export type PaymentSetting =
  | { type: 'payment_gateway'; payment_gateway: PaymentGateway }
  | { type: 'payment_link'; payment_link: { uri: string } }
  | { type: 'upi_intent_link'; upi_intent_link: { link: string } };

export type PaymentGateway = PaymentGatewayOptions &
  (
    | { type: 'billdesk'; billdesk?: Record<string, string> }
    | { type: 'payu'; payu?: Record<string, string> }
    | { type: 'razorpay'; razorpay?: { receipt?: string; notes?: Record<string, string> } }
    | { type: 'zaakpay'; zaakpay?: Record<string, string> }
  );

export interface PaymentGatewayOptions {
  configuration_name: string;
  preferred_payment_methods?: { method: PaymentApp }[];
  enabled_payment_options?: ('upi' | 'web')[];
  encrypted_payment_gateway_data?: string;
}

export type PaymentApp = 'amazonpay' | 'bhim' | 'cred' | 'gpay' | 'mobikwik' | 'paytm' | 'phonepe';

export interface OrderStatusUpdate {
  reference_id: string;
  order: { status: OrderStatus; description?: string };
}

export type OrderStatus =
  | 'canceled'
  | 'completed'
  | 'partially_shipped'
  | 'pending'
  | 'processing'
  | 'shipped';
