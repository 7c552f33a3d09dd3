import type { BusinessNumber } from '../directory/records.ts';
import type { Message } from '../messages/message.ts';
import type { PlatformView } from '../phones/view.ts';
import type { JsonObject } from '../world/json.ts';
import type { AppNote } from './app-phones.ts';

/** What the app is to Meta's platform: what the owner decides about it, and what it passes on. */
export interface Platform {
  view(numberId: string): PlatformView;
  isJoined(numberId: string): boolean;
  /** To a partner who asks to connect the number. */
  answer(numberId: string, answer: { accept: boolean; shareHistory: boolean }): void;
  leave(numberId: string): void;
  /** The number was registered anew: on another device, or after the app was installed again. */
  registerAnew(numberId: string): void;
  /** A message was written in the app, edited or taken back; `wire` is what the partner hears of it. */
  echo(number: BusinessNumber, message: Message, wire: { type: string; content: JsonObject }): void;
  /** Somebody came into the address book, was renamed, or left it. */
  tellContact(note: AppNote, change: 'add' | 'remove'): void;
  /** Why a companion cannot be linked; null when it can. */
  refusalOfDevice(numberId: string, name: string): string | null;
  /** What comes to the app alone: the partner hears that there was something. */
  withholds(number: BusinessNumber, person: string): boolean;
}
