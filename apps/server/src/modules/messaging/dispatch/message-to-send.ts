import type { OutgoingContent } from '@trikon/contract';
import type { OutgoingMessage } from '@trikon/whatsapp';
import { buildMessage } from '../content/build.ts';
import { assert } from '../../../platform/errors/index.ts';
import type { Claimed } from './row.ts';

/** What leaves. */
export function messageToSend(
  { type, content, to, recipient, replyToWamid, mediaIds }: Claimed,
  reference: string,
): OutgoingMessage {
  const address = to === null ? { recipient: recipient ?? '' } : { to };
  assert(to !== null || recipient !== null, 'a message has an address');
  return buildMessage({ ...content, type } as OutgoingContent, {
    address,
    reference,
    ...(mediaIds !== null && { mediaIds }),
    ...(replyToWamid !== null && { replyToWamid }),
  });
}
