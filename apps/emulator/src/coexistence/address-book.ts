import type { AppContactChange, AppStateSyncValue } from '@trikon/whatsapp';
import type { AppNote } from '../business-app/app-phones.ts';
import { metadataOf } from '../messages/values.ts';
import type { JsonObject } from '../world/json.ts';
import { type Connected, type Ground, numberIn } from './connections.ts';

/** Everybody in the address book who is on WhatsApp, in bulk (Meta, "smb_app_state_sync"). */
export function tellAddressBook(ground: Ground, { id }: Connected): void {
  const { apps, messages, setting } = ground;
  const entries = apps.notesOf
    .all(id)
    .filter(({ name, chat }) => name !== undefined && messages.people.get(chat).hasWhatsApp)
    .map((note) => entryOf(ground, note, 'add'));
  const size = setting.value.contactsPerWebhook;
  for (let at = 0; at < entries.length; at += size) send(ground, id, entries.slice(at, at + size));
}

/** After the first synchronization every change is told as it happens. */
export function tellContact(ground: Ground, note: AppNote, change: 'add' | 'remove'): void {
  const connection = ground.connections.get(note.numberId);
  const isOnWhatsApp = ground.messages.people.get(note.chat).hasWhatsApp;
  if (connection?.state !== 'connected' || connection.contactsAt === undefined || !isOnWhatsApp) return;
  send(ground, note.numberId, [entryOf(ground, note, change)]);
}

function entryOf(
  ground: Ground,
  { numberId, chat, name }: AppNote,
  action: AppContactChange['action'],
): AppContactChange {
  const { messages } = ground;
  const number = numberIn(ground, numberId);
  const { phone, userId, username } = messages.appearance(number, messages.people.get(chat));
  return {
    type: 'contact',
    contact: {
      ...(name !== undefined && { full_name: name, first_name: name.split(' ')[0] ?? name }),
      ...(phone !== undefined && { phone_number: phone }),
      user_id: userId,
      ...(username !== undefined && { username }),
    },
    action,
    metadata: { timestamp: String(Math.floor(messages.now / 1000)) },
  };
}

function send(ground: Ground, numberId: string, entries: AppContactChange[]): void {
  const number = numberIn(ground, numberId);
  const value: Omit<AppStateSyncValue, 'metadata'> = { messaging_product: 'whatsapp', state_sync: entries };
  ground.emulator.webhooks.send({
    wabaId: number.wabaId,
    numberId,
    field: 'smb_app_state_sync',
    value: { ...(value as unknown as JsonObject), metadata: metadataOf(number) },
  });
}
