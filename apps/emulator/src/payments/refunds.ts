import { refuse } from '../graph/errors.ts';
import type { Messages } from '../messages/messages.ts';
import { idsOf } from './gateway-ids.ts';
import { captured, type Ledger } from './ledger.ts';
import type { Attempt, Order, Refund } from './records.ts';
import { showInChat, tellPayment } from './tell-payment.ts';

/** Gives money back; the gateway needs its time, unless it is asked to hurry. */
export class Refunds {
  readonly #ledger: Ledger;
  readonly #messages: Messages;
  readonly #planEnd;

  constructor(ledger: Ledger, messages: Messages) {
    this.#ledger = ledger;
    this.#messages = messages;
    this.#planEnd = ledger.emulator.world.tasks.on<{ order: string; refund: string }>(
      'payments.refund',
      ({ order, refund }) => this.#end(order, refund),
    );
  }

  refund(order: Order, { minor, speed }: Pick<Refund, 'minor' | 'speed'>) {
    const attempt = captured(order) ?? refuse(131009, `The order ${order.reference} was not paid.`);
    if (minor > order.details.total_amount.value - givenBack(attempt))
      refuse(131009, 'The refund is larger than what is left of the payment.');
    const { emulator, now, setting } = this.#ledger;
    const id = idsOf(order.way).refund(emulator.world.random);
    const refund: Refund = { id, minor, speed, status: 'pending', createdAt: now, updatedAt: now };
    this.#ledger.changeAttempt(order.id, attempt.id, { refunds: [...attempt.refunds, refund] });
    if (speed === 'instant') this.#end(order.id, id);
    else this.#planEnd(now + setting.value.refundSeconds * 1000, { order: order.id, refund: id });
    return { id, status: this.#shown(order.id, id), speed_processed: speed };
  }

  #end(orderId: string, refundId: string): void {
    const order = this.#ledger.orders.get(orderId);
    const attempt = order && captured(order);
    const refund = attempt?.refunds.find(({ id }) => id === refundId);
    if (!order || !attempt || !refund) return;
    const status = this.#ledger.setting.value.refundsEnd;
    const refunds = attempt.refunds.map((one) =>
      one.id === refundId ? { ...one, status, updatedAt: this.#ledger.now } : one,
    );
    const changed = this.#ledger.changeAttempt(orderId, attempt.id, { refunds });
    tellPayment(this.#messages, changed, captured(changed) ?? attempt, 'captured');
    if (status === 'success')
      showInChat(this.#messages, changed, { outcome: 'refunded', minor: refund.minor });
  }

  /** The answer to the request says `completed` where statuses say `success`. */
  #shown(orderId: string, refundId: string): 'pending' | 'failed' | 'completed' {
    const refunds = this.#ledger.orders.get(orderId)?.attempts.flatMap((one) => one.refunds) ?? [];
    const status = refunds.find(({ id }) => id === refundId)?.status ?? 'pending';
    return status === 'success' ? 'completed' : status;
  }
}

const givenBack = ({ refunds }: Attempt): number =>
  refunds.reduce((sum, { minor, status }) => (status === 'failed' ? sum : sum + minor), 0);
