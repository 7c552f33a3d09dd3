import { WorldRefusal } from '../door/world-door.ts';
import type { Messages } from '../messages/messages.ts';
import type { PaymentDesk } from '../phones/neighbours.ts';
import type { Configurations } from './configurations/configurations.ts';
import { failureBy, idsOf } from './gateway-ids.ts';
import { captured, isExpired, isUnderWay, type Ledger } from './ledger.ts';
import { isPayable } from './orders/pay-way.ts';
import type { Attempt, Order, PayMethodType } from './records.ts';
import { showInChat, tellPayment } from './tell-payment.ts';

type Payment = Parameters<PaymentDesk['pay']>[0];

/** By UPI nobody can pay more at once (Meta, "Restrict available payment options"). */
const upiLimit = 500_000_00;

/** Where customers pay: what they do decides how it ends. */
export class Till {
  readonly #ledger: Ledger;
  readonly #messages: Messages;
  readonly #configurations: Configurations;
  readonly #planSettling;

  constructor(ledger: Ledger, messages: Messages, configurations: Configurations) {
    this.#ledger = ledger;
    this.#messages = messages;
    this.#configurations = configurations;
    this.#planSettling = ledger.emulator.world.tasks.on<{ order: string; attempt: string }>(
      'payments.settle',
      ({ order, attempt }) => this.settle(order, attempt, ledger.setting.value.pendingEnds),
    );
  }

  pay({ message, outcome, method: given }: Payment): void {
    const order = this.#ledger.orderOfMessage.get(message.id) ?? fail('There is nothing to pay.', 404);
    const method = this.#methodOf(order, given);
    this.#refuseClosed(order);
    if (outcome === 'abandoned') return;
    const attempt = this.#begin(order, method);
    if (outcome === 'success' || outcome === 'failed') {
      this.settle(order.id, attempt.id, outcome);
      return;
    }
    tellPayment(this.#messages, this.#ledger.orders.get(order.id) ?? order, attempt, 'pending');
    const at = this.#ledger.now + this.#ledger.setting.value.settleSeconds * 1000;
    this.#planSettling(at, { order: order.id, attempt: attempt.id });
  }

  /** Ends an attempt that is under way. */
  settle(orderId: string, attemptId: string, wanted: 'success' | 'failed'): void {
    const order = this.#ledger.orders.get(orderId);
    const attempt = order?.attempts.find(({ id }) => id === attemptId);
    if (!order || attempt?.status !== 'pending') return;
    const { outcome, error } = outcomeOf(order, attempt, wanted);
    const settled = this.#ledger.changeAttempt(orderId, attemptId, {
      status: outcome,
      ...(error && { error }),
    });
    const ended = settled.attempts.find(({ id }) => id === attemptId) ?? attempt;
    const isPaid = outcome === 'success';
    tellPayment(
      this.#messages,
      settled,
      ended,
      isPaid ? 'captured' : this.#ledger.setting.value.afterFailure,
    );
    showInChat(this.#messages, settled, {
      outcome: isPaid ? 'paid' : 'failed',
      minor: order.details.total_amount.value,
    });
    if (isPaid) this.#noteTested(settled);
  }

  #begin(order: Order, method: Attempt['method']): Attempt {
    const { emulator, now, orders } = this.#ledger;
    const ids = idsOf(order.way);
    const attempt: Attempt = {
      id: ids.order(emulator.world.random),
      paymentId: ids.payment(emulator.world.random),
      method,
      status: 'pending',
      refunds: [],
      createdAt: now,
      updatedAt: now,
    };
    orders.change(order.id, { attempts: [...order.attempts, attempt] });
    return attempt;
  }

  #methodOf({ way }: Order, given: string): Attempt['method'] {
    const taken: readonly string[] =
      way.kind === 'link' ? ['link'] : way.kind === 'upi' ? ['upi'] : methodsOf(way.options);
    return taken.includes(given)
      ? (given as Attempt['method'])
      : fail(`This order cannot be paid by ${given}.`, 409);
  }

  #refuseClosed(order: Order): void {
    if (order.status === 'canceled') fail('The order was canceled.', 409);
    if (captured(order)) fail('The order is paid.', 409);
    if (isUnderWay(order)) fail('A payment is under way.', 409);
    if (isExpired(order, this.#ledger.now)) fail('The time to pay is over.', 409);
    if (!isPayable(this.#ledger, order))
      fail('The payment configuration of this order is not there, or not connected: nobody can pay.', 409);
  }

  /** The first payment that came through is the test. */
  #noteTested({ wabaId, way }: Order): void {
    if (way.kind !== 'gateway') return;
    const configuration = this.#ledger.configuration(wabaId, way.configuration);
    if (configuration) this.#configurations.setStatus(configuration, 'Active');
  }
}

function outcomeOf({ way, details }: Order, { method }: Attempt, outcome: 'success' | 'failed') {
  if (method === 'upi' && details.total_amount.value > upiLimit)
    return { outcome: 'failed' as const, error: failureBy(way, method, 'transaction_limit_exceeded') };
  return { outcome, ...(outcome === 'failed' && { error: failureBy(way, method) }) };
}

const methodsOf = (options: readonly ('upi' | 'web')[]): PayMethodType[] => [
  ...(options.includes('upi') ? (['upi'] as const) : []),
  ...(options.includes('web') ? (['card', 'netbanking', 'wallet'] as const) : []),
];

function fail(message: string, status: number): never {
  throw new WorldRefusal(message, status);
}
