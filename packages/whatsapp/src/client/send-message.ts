import { isObject, type Json, textIn } from '../json/lossless-json.ts';
import type { OutgoingMarketing, OutgoingMessage, SentMessage } from '../send.ts';
import type { Failure } from './failure.ts';
import type { CallLimits, Graph } from './graph.ts';

export type SendOutcome = Accepted | Failure;

/** Meta took the message; whether it arrives is told by webhooks. */
export interface Accepted {
  outcome: 'accepted';
  wamid: string;
  /** Of templates only: taken, held until Meta has seen how customers like it, or not sent because it is paused. */
  messageStatus?: SentMessage['message_status'];
  /** What Meta made of the address; a customer who hides the number has a user id alone. */
  waId?: string;
  userId?: string;
  groupId?: string;
}

/**
 * Sends a message once and tells what came of it. The caller writes the attempt down before: after `unknown` only
 * that, and what webhooks tell later, keep the customer from getting the message twice.
 */
export function sendMessage(
  graph: Graph,
  { numberId, message }: { numberId: string; message: OutgoingMessage },
  limits?: CallLimits,
): Promise<SendOutcome> {
  return post(graph, [numberId, 'messages'], message, limits);
}

/** The same by the Marketing Messages API, which takes marketing templates only. */
export function sendMarketingMessage(
  graph: Graph,
  { numberId, message }: { numberId: string; message: OutgoingMarketing },
  limits?: CallLimits,
): Promise<SendOutcome> {
  return post(graph, [numberId, 'marketing_messages'], message, limits);
}

async function post(
  graph: Graph,
  path: string[],
  message: object,
  limits: CallLimits | undefined,
): Promise<SendOutcome> {
  const answer = await graph.ask({ method: 'POST', path, json: message }, limits);
  if (answer.outcome !== 'answered') return answer;
  const { messages, contacts } = answer.body;
  const [sent, contact] = [first(messages), first(contacts)];
  const wamid = textIn(sent, 'id');
  if (wamid === undefined) return { outcome: 'unknown', reason: 'unreadable', status: 200 };
  return {
    outcome: 'accepted',
    wamid,
    messageStatus: textIn(sent, 'message_status') as Accepted['messageStatus'],
    waId: textIn(contact, 'wa_id'),
    userId: textIn(contact, 'user_id'),
    groupId: textIn(sent, 'group_id'),
  };
}

const first = (list: Json | undefined): Json | undefined =>
  Array.isArray(list) && isObject(list[0]) ? list[0] : undefined;
