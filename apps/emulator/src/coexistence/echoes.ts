import type { BusinessNumber } from '../directory/records.ts';
import type { Message } from '../messages/message.ts';
import { contactOf, metadataOf } from '../messages/values.ts';
import type { JsonObject } from '../world/json.ts';
import type { Ground } from './connections.ts';
import { contextOf, sentTo } from './wire.ts';

/** Tells the partner what the owner wrote in the app (Meta, "smb_message_echoes"). */
export function echo(
  { emulator, messages }: Ground,
  number: BusinessNumber,
  message: Message,
  { type, content }: { type: string; content: JsonObject },
): void {
  if (!number.registered) return;
  const appearance = messages.appearance(number, messages.people.get(message.person));
  emulator.webhooks.send({
    wabaId: number.wabaId,
    numberId: number.id,
    field: 'smb_message_echoes',
    value: {
      messaging_product: 'whatsapp',
      metadata: metadataOf(number),
      contacts: [contactOf(appearance)],
      message_echoes: [
        {
          ...contextOf(messages, number, message),
          from: number.phone,
          ...sentTo(appearance),
          id: message.id,
          timestamp: String(Math.floor(message.at / 1000)),
          type,
          ...content,
        },
      ],
    },
  });
}
