import { textIn } from '../json/lossless-json.ts';
import type { CallLimits, Graph } from './graph.ts';
import { requiredText } from './reading.ts';

/** An account as Meta shows it (reference "WhatsApp Business Account"). Values are open lists. */
export interface ReadAccount {
  id: string;
  name?: string;
  currency?: string;
  /** Meta's number of the zone in which it counts days. */
  timezoneId?: string;
  reviewStatus?: string;
  /** The portfolio that owns it. */
  businessId?: string;
}

// The namespace is a field of accounts alone: asked for, an id of anything else is refused.
const fields = [
  'id',
  'name',
  'currency',
  'timezone_id',
  'account_review_status',
  'message_template_namespace',
  'owner_business_info',
];

export async function getAccount(
  graph: Graph,
  { accountId }: { accountId: string },
  limits?: CallLimits,
): Promise<ReadAccount> {
  const query = { fields: fields.join(',') };
  const body = await graph.call({ method: 'GET', path: [accountId], query }, limits);
  return {
    id: requiredText(body, 'id'),
    name: textIn(body, 'name'),
    currency: textIn(body, 'currency'),
    timezoneId: textIn(body, 'timezone_id'),
    reviewStatus: textIn(body, 'account_review_status'),
    businessId: textIn(body.owner_business_info, 'id'),
  };
}
