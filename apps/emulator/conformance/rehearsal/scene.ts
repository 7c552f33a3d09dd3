import { readAt } from '../fill.ts';
import type { Town } from './town.ts';

/** Something that happens in the town, so that its webhooks come. */
export interface Scene {
  says: string;
  play: (town: Town) => Promise<unknown>;
}

interface Sent {
  from: string;
  token?: string;
  to: string;
  type: string;
  content: unknown;
  more?: Record<string, unknown>;
}

/** The business sends, and it arrives; gives the message's id. */
export async function send(town: Town, { from, token, to, type, content, more = {} }: Sent): Promise<string> {
  const body = { messaging_product: 'whatsapp', to, type, [type]: content, ...more };
  const answer = await town.graph(`POST /${from}/messages`, body, token);
  await town.pass(30);
  return String(readAt(answer, 'messages.0.id'));
}

/** The newest that was heard of a field. */
function latest({ heard }: Town, field: string): Record<string, unknown> {
  const found = heard.findLast((one) => one.field === field);
  if (!found) throw new Error(`Nothing was heard of ${field}.`);
  return found.value;
}

/** What the newest news of a field have at a place, such as `groups.0.group_id`. */
export const told = (town: Town, field: string, at: string): string =>
  String(readAt(latest(town, field), at));
