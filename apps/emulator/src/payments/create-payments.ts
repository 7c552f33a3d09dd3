import type { BusinessNumber } from '../directory/records.ts';
import type { Messages } from '../messages/messages.ts';
import type { Progress } from '../messages/progress.ts';
import type { PaymentDesk, ShopDesk } from '../phones/neighbours.ts';
import type { JsonObject } from '../world/json.ts';
import { Configurations } from './configurations/configurations.ts';
import { configurationEdges, onboardingEdges } from './edges/configurations.ts';
import { paymentEdges } from './edges/payments.ts';
import { Ledger } from './ledger.ts';
import { checkOrders } from './orders/check-orders.ts';
import { followOrders } from './orders/follow-orders.ts';
import { showOrder } from './orders/order-view.ts';
import { Refunds } from './refunds.ts';
import { Till } from './till.ts';

/** Being paid in chats of India: how, for what, and what became of it. */
export interface Payments {
  ledger: Ledger;
  configurations: Configurations;
  till: Till;
  desk: PaymentDesk;
  /** Refuses orders that cannot be asked to be paid. */
  check: (number: BusinessNumber, content: JsonObject) => void;
  /** Decides for one account; without, the setting does. */
  acceptTerms: (wabaId: string, accepted: boolean) => void;
}

export function createPayments(
  messages: Messages,
  { progress, shop }: { progress: Progress; shop: ShopDesk },
): Payments {
  const { emulator } = messages;
  const ledger = new Ledger(emulator);
  const configurations = new Configurations(ledger);
  const till = new Till(ledger, messages, configurations);
  followOrders({ ledger, messages, progress });
  for (const edges of [
    configurationEdges(ledger, configurations),
    onboardingEdges(ledger, configurations),
    paymentEdges(ledger, new Refunds(ledger, messages)),
  ])
    emulator.graph.add(edges);
  return {
    ledger,
    configurations,
    till,
    desk: {
      order: (message, content) => showOrder(ledger, shop, message, content),
      pay: (payment) => till.pay(payment),
    },
    check: (number, content) => checkOrders(ledger, number, content),
    acceptTerms(wabaId, accepted) {
      const { wabas } = emulator.directory;
      wabas.change(wabaId, { extra: { ...wabas.get(wabaId)?.extra, paymentTerms: accepted } });
    },
  };
}
