import { webhookError } from '../graph/errors.ts';
import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import { metadataOf } from '../messages/values.ts';
import { isObject, type JsonObject } from '../world/json.ts';
import { missingProducts } from './check-products.ts';
import type { Shelves } from './shelves.ts';

/** A list goes out without the products that are not there, and the business hears which (Meta, "Share products"). */
export function leaveOutMissing(shelves: Shelves, messages: Messages): void {
  messages.on('accepted', (message) => {
    const { interactive } = message.content;
    if (!isObject(interactive) || interactive.type !== 'product_list' || !isObject(interactive.action))
      return;
    const { catalog_id: catalogId, sections } = interactive.action;
    if (typeof catalogId !== 'string') return;
    const { kept, missing } = divide(shelves, catalogId, sections);
    if (missing.length === 0) return;
    const action = { ...interactive.action, sections: kept };
    messages.all.change(message.id, {
      content: { interactive: { ...interactive, action } as JsonObject },
    });
    tellMissing(messages, message, missing);
  });
}

interface Divided {
  kept: { product_items: { product_retailer_id: string }[] }[];
  missing: string[];
}

function divide(shelves: Shelves, catalogId: string, sections: unknown): Divided {
  const given = sections as Divided['kept'];
  const idsOf = (section: Divided['kept'][number]): string[] =>
    section.product_items.map((item) => item.product_retailer_id);
  const missing = missingProducts(shelves, catalogId, given.flatMap(idsOf));
  const kept = given
    .map((section) => ({
      ...section,
      product_items: section.product_items.filter((item) => !missing.includes(item.product_retailer_id)),
    }))
    .filter((section) => section.product_items.length > 0);
  return { kept, missing };
}

function tellMissing({ emulator }: Messages, { numberId, wabaId }: Message, missing: string[]): void {
  const number = emulator.directory.numbers.get(numberId);
  if (!number) return;
  const details = `Products not found in FB Catalog: ${missing.join(', ')}`;
  const value = {
    messaging_product: 'whatsapp',
    metadata: metadataOf(number),
    errors: [webhookError(131009, details)],
  };
  emulator.webhooks.send({ wabaId, numberId, field: 'messages', value });
}
