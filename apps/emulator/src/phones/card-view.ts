/** An interactive message or a template, as the customer sees it. */
export interface CardView {
  header?: HeaderView;
  body?: string;
  footer?: string;
  buttons: ButtonView[];
  /** Of a limited-time offer: it counts down to the moment, if there is one. */
  offer?: { text: string; code?: string; expiresAt?: number };
  /** Of a single-product message. */
  product?: ProductView;
  /** Of order details and of order status. */
  order?: OrderView;
  carousel?: CarouselCard[];
  /** A one-time password: what to say about its safety and its end stands in body and footer. */
  oneTimeCode?: string;
}

export type HeaderView =
  | { kind: 'text'; text: string }
  | { kind: 'image' | 'video'; media: MediaView }
  | { kind: 'document'; media: MediaView; name: string; pages?: number }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string };

export interface CarouselCard {
  header?: HeaderView;
  body?: string;
  product?: ProductView;
  buttons: ButtonView[];
}

/**
 * The key is unique in the message: "0", "1", and "2.0" for the first button of the third card. `tap-button` takes it.
 * Buttons that open a sheet on the page (list, products, catalog, product, flow, address, pay, location, call-permission)
 * send their result with an action of their own.
 */
export type ButtonView = { key: string; text: string } & (
  | { kind: 'reply' }
  | { kind: 'list'; title?: string; sections: ListSection[] }
  | { kind: 'url'; url: string; preview?: boolean }
  | { kind: 'phone'; phone: string }
  | { kind: 'copy-code'; code: string }
  | { kind: 'one-tap'; code: string; app: string }
  | { kind: 'flow' }
  | { kind: 'catalog' }
  | { kind: 'products'; title: string; sections: ProductSection[] }
  | { kind: 'product' }
  | { kind: 'location' }
  | { kind: 'address'; form: AddressForm }
  | { kind: 'contact' }
  | { kind: 'call-permission' }
  | { kind: 'call' }
  | { kind: 'pay' }
);

export interface ListSection {
  title?: string;
  rows: { id: string; title: string; description?: string }[];
}

export interface ProductSection {
  title?: string;
  products: ProductView[];
}

export interface AddressForm {
  country: string;
  values: Record<string, string>;
  /** What is wrong with a value that was sent before, by field. */
  errors: Record<string, string>;
  saved: { id: string; values: Record<string, string> }[];
}

export interface ProductView {
  catalogId: string;
  retailerId: string;
  name: string;
  description?: string;
  price: Money;
  salePrice?: Money;
  picture?: string;
  inStock: boolean;
  url?: string;
}

export interface OrderView {
  reference: string;
  status: 'pending' | 'processing' | 'partially_shipped' | 'shipped' | 'completed' | 'canceled';
  /** What the business wrote about the status. */
  note?: string;
  payment: 'unpaid' | 'pending' | 'paid' | 'failed' | 'expired';
  items: { name: string; quantity: number; price: Money; fullPrice?: Money; picture?: string }[];
  subtotal: Money;
  tax?: Money;
  shipping?: Money;
  discount?: Money;
  total: Money;
  expiresAt?: number;
  methods: PayMethod[];
}

/** How the sheet lets one pay. */
export type PayMethod =
  | { kind: 'upi'; app: string; name: string }
  | { kind: 'card' | 'netbanking' | 'wallet'; name: string }
  | { kind: 'link'; name: string; url: string };

export interface CallView {
  id: string;
  chat: string;
  title: string;
  picture?: string;
  direction: 'incoming' | 'outgoing';
  state: 'ringing' | 'connected';
  since: number;
}

export interface MediaView {
  id: string;
  url: string;
  mime: string;
  bytes: number;
  name?: string;
  width?: number;
  height?: number;
  seconds?: number;
}

/** In the smallest unit: paise. */
export interface Money {
  minor: number;
  currency: string;
}
