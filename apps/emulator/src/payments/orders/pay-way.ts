import type { OrderDetails, PaymentGateway } from '@trikon/whatsapp';
import type { JsonObject } from '../../world/json.ts';
import type { Ledger } from '../ledger.ts';
import type { Configuration, Order, PayWay } from '../records.ts';

/** How an order wants to be paid: by the first of its settings, or in the older way by a configuration alone. */
export function payWayOf(
  ledger: Ledger,
  wabaId: string,
  { payment_settings: [setting] = [], payment_configuration: name }: OrderDetails,
): PayWay {
  if (!setting) return namedWay(ledger.configuration(wabaId, name ?? ''), name ?? '');
  if (setting.type === 'payment_gateway') return gatewayWay(setting.payment_gateway);
  if (setting.type === 'payment_link') return { kind: 'link', url: setting.payment_link.uri };
  return { kind: 'upi' };
}

function gatewayWay(given: PaymentGateway): PayWay {
  const { type, configuration_name: configuration, enabled_payment_options: options } = given;
  const preferred = given.preferred_payment_methods?.[0]?.method;
  return {
    kind: 'gateway',
    gateway: type,
    configuration,
    extras: extrasOf(given),
    options: options && options.length > 0 ? options : ['upi', 'web'],
    ...(preferred && { preferred }),
  };
}

function extrasOf(given: PaymentGateway): JsonObject {
  if (given.type === 'billdesk') return { ...given.billdesk };
  if (given.type === 'payu') return { ...given.payu };
  if (given.type === 'razorpay') return { ...given.razorpay };
  return { ...given.zaakpay };
}

function namedWay(found: Configuration | undefined, configuration: string): PayWay {
  if (!found || found.provider === 'upi_vpa') return { kind: 'upi', configuration };
  return { kind: 'gateway', gateway: found.provider, configuration, extras: {}, options: ['upi', 'web'] };
}

/** A wrong name lets the message through, but nobody can pay. */
export function isPayable(ledger: Ledger, { wabaId, way }: Pick<Order, 'wabaId' | 'way'>): boolean {
  if (way.kind === 'link' || way.configuration === undefined) return true;
  const configuration = ledger.configuration(wabaId, way.configuration);
  const provider = way.kind === 'gateway' ? way.gateway : 'upi_vpa';
  return configuration?.provider === provider && configuration.status !== 'Needs_Connecting';
}
