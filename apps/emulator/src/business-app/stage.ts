import type { BusinessNumber } from '../directory/records.ts';
import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import type { Progress } from '../messages/progress.ts';
import type { ActionAnswer, PhoneAction } from '../phones/actions.ts';
import { fail } from '../phones/acts/stage.ts';
import type { PhoneNeighbours } from '../phones/neighbours.ts';
import type { AppPhone, AppPhones } from './app-phones.ts';
import type { Platform } from './platform.ts';

/** What acts in the Business app stand on. */
export interface Shop {
  messages: Messages;
  progress: Progress;
  desks: Pick<PhoneNeighbours, 'media'>;
  apps: AppPhones;
  platform: Platform;
}

/** The phone that somebody holds, and its number. */
export interface Hand {
  app: AppPhone;
  number: BusinessNumber;
}

export type AppActs<Actions extends PhoneAction> = {
  [Type in Actions['type']]: (hand: Hand, action: Extract<Actions, { type: Type }>) => ActionAnswer;
};

/** A message of one of the app's chats. */
export function messageIn(
  { messages }: Shop,
  { number }: Hand,
  { chat, message: id }: { chat: string; message: string },
): Message {
  const message = messages.all.get(id);
  if (message?.numberId !== number.id || message.person !== chat)
    fail(`There is no message ${id} in this chat.`, 404);
  return message;
}

/** Only what was written in the app can be changed there. */
export function ownMessage(shop: Shop, hand: Hand, on: { chat: string; message: string }): Message {
  const message = messageIn(shop, hand, on);
  return message.origin === 'business-app'
    ? message
    : fail('Only what was written in the app can be changed.', 409);
}

/** A chat is named by the customer's phone number; groups have names of their own. */
export function readChat({ apps }: Shop, { number }: Hand, chat: string): string {
  const group = apps.groups.get(chat);
  const isChat = group ? group.numberId === number.id : /^[1-9]\d{6,14}$/.test(chat) && chat !== number.phone;
  return isChat ? chat : fail(`There is no chat ${chat}.`, 404);
}
