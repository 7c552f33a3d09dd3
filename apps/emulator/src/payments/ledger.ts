import type { Waba } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import type { Collection, Index } from '../world/collection.ts';
import { type Attempt, type Configuration, keyOf, type Order, type Refund } from './records.ts';

/** A type and no interface: settings are plain JSON. */
type PaymentSettings = {
  /** Of accounts for which nobody decided. */
  termsAccepted: boolean;
  /** How long a payment is pending, and how it ends then. */
  settleSeconds: number;
  pendingEnds: 'success' | 'failed';
  refundSeconds: number;
  refundsEnd: 'success' | 'failed';
  /** What the status says after an attempt failed: Meta's pages name both. */
  afterFailure: 'pending' | 'failed';
};

/** How accounts are paid, what is to be paid, and what was. */
export class Ledger {
  readonly emulator: Emulator;
  readonly configurations: Collection<Configuration>;
  readonly orders: Collection<Order>;
  readonly configurationsOf: Index<Configuration>;
  readonly configurationByToken: Index<Configuration>;
  readonly orderOfMessage: Index<Order>;
  readonly setting;

  constructor(emulator: Emulator) {
    const { world } = emulator;
    this.emulator = emulator;
    this.configurations = world.collection<Configuration>('payment-configurations', { hidden: ['link'] });
    this.orders = world.collection<Order>('orders');
    this.configurationsOf = this.configurations.index(({ wabaId }) => wabaId);
    this.configurationByToken = this.configurations.index(({ link }) => link?.token);
    this.orderOfMessage = this.orders.index(({ messageId }) => messageId);
    this.setting = world.setting<PaymentSettings>('payments', {
      termsAccepted: true,
      settleSeconds: 30,
      pendingEnds: 'success',
      refundSeconds: 60,
      refundsEnd: 'success',
      afterFailure: 'pending',
    });
  }

  get now(): number {
    return this.emulator.world.clock.now();
  }

  configuration(wabaId: string, name: string): Configuration | undefined {
    return this.configurations.get(keyOf(wabaId, name));
  }

  order(wabaId: string, reference: string): Order | undefined {
    return this.orders.get(keyOf(wabaId, reference));
  }

  hasAcceptedTerms({ extra }: Waba): boolean {
    const { paymentTerms } = extra;
    return typeof paymentTerms === 'boolean' ? paymentTerms : this.setting.value.termsAccepted;
  }

  changeAttempt(orderId: string, attemptId: string, patch: Partial<Attempt>): Order {
    const attempts = this.orders.get(orderId)?.attempts ?? [];
    return this.orders.change(orderId, {
      attempts: attempts.map((one) =>
        one.id === attemptId ? { ...one, ...patch, updatedAt: this.now } : one,
      ),
    });
  }
}

export const captured = ({ attempts }: Order): Attempt | undefined =>
  attempts.find(({ status }) => status === 'success');

export const isUnderWay = ({ attempts }: Order): boolean =>
  attempts.some(({ status }) => status === 'pending');

export const refundsOf = ({ attempts }: Order): Refund[] => attempts.flatMap(({ refunds }) => refunds);

export const isExpired = ({ expiresAt }: Order, now: number): boolean =>
  expiresAt !== undefined && expiresAt <= now;
