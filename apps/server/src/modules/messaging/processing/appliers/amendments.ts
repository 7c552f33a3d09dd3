import { type JsonObject, textIn } from '@trikon/whatsapp/webhooks';
import type { Told } from '../../messages/strays.ts';
import type { OfNumber } from '../plan.ts';
import { idIn, jsonOf, objectIn, timeOf } from './fields.ts';
import { readBody } from './message-body.ts';

/** A reaction, an edit or a revocation: it changes another message rather than being one. Null for all else. */
export function readAmendment(
  item: OfNumber,
  { wamid, side }: { wamid: string; side: 'in' | 'out' },
): Told | null {
  const value = jsonOf(item.update.value);
  const kind = textIn(value, 'type');
  const said = kind === undefined ? undefined : objectIn(value, kind);
  if (said === undefined) return null;
  const read =
    kind === 'reaction' ? readReaction(said) : kind === 'edit' ? readEdit(said) : readRevoke(kind, said);
  if (read === null) return null;
  return {
    workspaceId: item.workspaceId,
    numberId: item.numberId,
    wamid: read.target,
    status: kind!,
    recipient: wamid,
    at: timeOf(item),
    receivedAt: item.delivery.receivedAt,
    value: { side, ...read.value },
    deliveryId: item.delivery.deliveryId,
  };
}

type Read = { target: string; value: JsonObject } | null;

function readReaction(said: JsonObject): Read {
  const target = idIn(said, 'message_id');
  return target === undefined ? null : { target, value: { emoji: textIn(said, 'emoji') ?? null } };
}

function readEdit(said: JsonObject): Read {
  const target = idIn(said, 'original_message_id');
  const message = objectIn(said, 'message');
  if (target === undefined || message === undefined || textIn(message, 'type') === undefined) return null;
  const { type, content } = readBody(message);
  return { target, value: { type, content } };
}

function readRevoke(kind: string | undefined, said: JsonObject): Read {
  const target = kind === 'revoke' ? idIn(said, 'original_message_id') : undefined;
  return target === undefined ? null : { target, value: {} };
}
