import { isObject, textIn, type Json, type JsonObject } from '@trikon/whatsapp/webhooks';
import type { NewMessage } from '../../messages/new-message.ts';
import { compact, idIn, objectIn } from './fields.ts';

const envelope = new Set([
  'id',
  'timestamp',
  'type',
  'from',
  'from_user_id',
  'from_parent_user_id',
  'to',
  'to_user_id',
  'to_parent_user_id',
  'group_id',
  'context',
  'referral',
  'errors',
  'identity',
  'history_context',
]);

const longestType = 100;

export type MessageBody = Pick<
  NewMessage,
  'type' | 'content' | 'replyToWamid' | 'context' | 'forwarded' | 'groupId'
>;

/** What a message says, whatever its type is, without who said it to whom. */
export function readBody(value: Json, more: Record<string, Json | undefined> = {}): MessageBody {
  const message: JsonObject = isObject(value) ? value : {};
  const context = objectIn(message, 'context');
  const groupId = textIn(message, 'group_id') ?? null;
  return {
    type: (textIn(message, 'type') ?? 'unknown').slice(0, longestType).toWellFormed(),
    content: Object.fromEntries(Object.entries(message).filter(([name]) => !envelope.has(name))),
    replyToWamid: idIn(context, 'id') ?? null,
    context: compact({
      context: message.context,
      referral: message.referral,
      errors: message.errors,
      identity: message.identity,
      group_id: groupId ?? undefined,
      ...more,
    }),
    forwarded: context?.forwarded === true || context?.frequently_forwarded === true,
    groupId,
  };
}
