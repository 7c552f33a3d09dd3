import type { UserAction } from '@trikon/whatsapp';
import type { Message } from '../../messages/message.ts';
import { metadataOf } from '../../messages/values.ts';
import { numberOf, type Stage } from './stage.ts';

const week = 7 * 24 * 3_600_000;

/**
 * The business hears of taps on links in what the Marketing Messages API sent, for a week, and of nobody who tapped;
 * the same id stands in the address that opens (Meta, "Tracking click events").
 */
export function followLink(stage: Stage, message: Message, url: string): string {
  const { desks, messages } = stage;
  const { emulator, now } = messages;
  const address = URL.parse(url);
  if (!message.lite || !address || now - message.at > week || !desks.templates.tracksLinks(message))
    return url;
  const number = numberOf(stage, message.numberId);
  const click_id = `click_${emulator.world.random.hex(16).toLowerCase()}`;
  const click = {
    action_type: 'marketing_messages_link_click',
    timestamp: String(Math.floor(now / 1000)),
    marketing_messages_link_click_data: { click_component: 'cta', click_id },
  } satisfies UserAction;
  emulator.webhooks.send({
    wabaId: number.wabaId,
    numberId: number.id,
    field: 'messages',
    value: { messaging_product: 'whatsapp', metadata: metadataOf(number), user_actions: [click] },
  });
  address.searchParams.set('click_id', click_id);
  return address.href;
}
