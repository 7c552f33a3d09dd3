import type { Amount, OrderDetails, OrderStatusUpdate, PaymentApp } from '@trikon/whatsapp';
import type { Message } from '../../messages/message.ts';
import type { Money, OrderView, PayMethod } from '../../phones/card-view.ts';
import type { ShopDesk } from '../../phones/neighbours.ts';
import type { JsonObject } from '../../world/json.ts';
import { captured, isExpired, isUnderWay, type Ledger } from '../ledger.ts';
import type { Order, PayWay } from '../records.ts';
import { isPayable } from './pay-way.ts';

/** An order as the customer sees it: on the message that asks to pay as it stands now, on an update as it stood then. */
export function showOrder(ledger: Ledger, shop: ShopDesk, message: Message, action: JsonObject): OrderView {
  const parameters = action.parameters as unknown as OrderDetails | OrderStatusUpdate;
  const order = ledger.order(message.wabaId, parameters.reference_id);
  const details = 'total_amount' in parameters ? parameters : order?.details;
  const told = 'total_amount' in parameters ? undefined : parameters.order;
  const note = told ? told.description : order?.note;
  return {
    reference: parameters.reference_id,
    status: told?.status ?? order?.status ?? 'pending',
    ...(note !== undefined && { note }),
    payment: order ? paymentOf(order, ledger.now) : 'unpaid',
    ...(details ? sumsOf(details, shop) : nothing),
    ...(order?.expiresAt !== undefined && { expiresAt: order.expiresAt }),
    methods: order && isPayable(ledger, order) ? methodsOf(order.way) : [],
  };
}

function paymentOf(order: Order, now: number): OrderView['payment'] {
  if (captured(order)) return 'paid';
  if (isUnderWay(order)) return 'pending';
  if (isExpired(order, now)) return 'expired';
  return order.attempts.length > 0 ? 'failed' : 'unpaid';
}

const rupees = (minor: number): Money => ({ minor, currency: 'INR' });

const nothing: Pick<OrderView, 'items' | 'subtotal' | 'total'> = {
  items: [],
  subtotal: rupees(0),
  total: rupees(0),
};

function sumsOf({ order, total_amount: total }: OrderDetails, shop: ShopDesk) {
  const { catalog_id: catalogId, items, subtotal, tax, shipping, discount } = order;
  const sum = (name: string, amount: Amount | undefined) => amount && { [name]: rupees(amount.value) };
  return {
    items: items.map((item) => {
      const picture = item.image?.link ?? pictureOf(shop, catalogId, item.retailer_id);
      return {
        name: item.name,
        quantity: item.quantity,
        price: rupees((item.sale_amount ?? item.amount).value),
        ...(item.sale_amount && { fullPrice: rupees(item.amount.value) }),
        ...(picture !== undefined && { picture }),
      };
    }),
    subtotal: rupees(subtotal.value),
    ...sum('tax', tax),
    ...sum('shipping', shipping),
    ...sum('discount', discount),
    total: rupees(total.value),
  };
}

const pictureOf = (shop: ShopDesk, catalogId?: string, retailerId?: string): string | undefined =>
  catalogId === undefined || retailerId === undefined
    ? undefined
    : shop.product(catalogId, retailerId).picture;

const apps: Record<PaymentApp, string> = {
  gpay: 'Google Pay',
  phonepe: 'PhonePe',
  paytm: 'Paytm',
  bhim: 'BHIM',
  amazonpay: 'Amazon Pay',
  cred: 'CRED',
  mobikwik: 'MobiKwik',
};

const usualApps: PaymentApp[] = ['gpay', 'phonepe', 'paytm', 'bhim'];

const web: PayMethod[] = [
  { kind: 'card', name: 'Credit or debit card' },
  { kind: 'netbanking', name: 'Net banking' },
  { kind: 'wallet', name: 'Wallet' },
];

function methodsOf(way: PayWay): PayMethod[] {
  if (way.kind === 'link') return [{ kind: 'link', name: 'Payment link', url: way.url }];
  if (way.kind === 'upi') return upiApps();
  return [
    ...(way.options.includes('upi') ? upiApps(way.preferred) : []),
    ...(way.options.includes('web') ? web : []),
  ];
}

/** The app that the merchant prefers stands first. */
function upiApps(preferred?: PaymentApp): PayMethod[] {
  const order = preferred ? [preferred, ...usualApps.filter((app) => app !== preferred)] : usualApps;
  return order.map((app) => ({ kind: 'upi', app, name: apps[app] }));
}
