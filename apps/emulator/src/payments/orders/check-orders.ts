import type { BusinessNumber } from '../../directory/records.ts';
import { refuse } from '../../graph/errors.ts';
import type { JsonObject } from '../../world/json.ts';
import { termsDetails } from '../edges/configurations.ts';
import type { Ledger } from '../ledger.ts';
import { readUpiLink } from '../upi.ts';
import { orderDetailsIn, orderStatusIn } from './order-parts.ts';

/** Refuses orders that this business cannot ask to be paid, and news of orders that it never sent. */
export function checkOrders(ledger: Ledger, number: BusinessNumber, content: JsonObject): void {
  const details = orderDetailsIn(content);
  if (details) {
    const { waba } = ledger.emulator.directory.ownersOf(number);
    if (number.country !== 'IN')
      refuse(131005, 'Payment messages can only be sent from phone numbers of India.');
    if (!ledger.hasAcceptedTerms(waba)) refuse(134011, termsDetails(waba.id));
    if (ledger.order(waba.id, details.reference_id))
      refuse(131009, `The reference_id ${details.reference_id} was used before; it must be unique.`);
    for (const setting of details.payment_settings ?? [])
      if (setting.type === 'upi_intent_link')
        checkUpiLink(setting.upi_intent_link.link, details.total_amount.value);
  }
  const status = orderStatusIn(content);
  if (status && !ledger.order(number.wabaId, status.reference_id))
    refuse(131009, `There is no order with the reference_id ${status.reference_id}.`);
}

function checkUpiLink(link: string, total: number): void {
  const read = readUpiLink(link);
  if (!read)
    refuse(131009, 'The UPI intent link must have a UPI address in pa, and an amount such as 1650.00 in am.');
  if (read.currency !== 'INR') refuse(131009, 'The currency of the UPI intent link must be INR.');
  if (read.minor !== undefined && read.minor !== total)
    refuse(131009, 'The amount of the UPI intent link must be the total amount of the order.');
}
