import type { Messages } from '../messages/messages.ts';
import type { Progress } from '../messages/progress.ts';
import type { ActionAnswer } from '../phones/actions.ts';
import { fail } from '../phones/acts/stage.ts';
import type { OwnerDesk, PhoneNeighbours } from '../phones/neighbours.ts';
import { ownerKeeping } from './acts/keeping.ts';
import { ownerMinding } from './acts/minding.ts';
import { ownerChanging, ownerWriting } from './acts/writing.ts';
import type { AppPhones } from './app-phones.ts';
import type { Platform } from './platform.ts';
import { AppScreen } from './show.ts';
import { type Hand, readChat, type Shop } from './stage.ts';

type Act = (hand: Hand, action: never) => ActionAnswer;

/** Phones with the WhatsApp Business app: what they show and what their owners do with them. */
export function createOwnerPhones(
  { messages, progress, apps }: { messages: Messages; progress: Progress; apps: AppPhones },
  desks: PhoneNeighbours,
  platform: Platform,
): OwnerDesk {
  const shop: Shop = { messages, progress, desks, apps, platform };
  const screen = new AppScreen(messages, desks, apps, platform);
  const acts: Record<string, Act | undefined> = {
    ...ownerWriting(shop),
    ...ownerChanging(shop),
    ...ownerMinding(shop),
    ...ownerKeeping(shop),
  };
  const { directory } = messages.emulator;
  messages.keepFrom((numberId, person) => apps.all.get(numberId)?.blocked.includes(person) ?? false);
  const hold = (id: string): Hand => {
    const app = apps.all.get(id.replace(/^app-/, ''));
    const number = app && directory.numbers.get(app.id);
    return number ? { app, number } : fail(`There is no phone ${id}.`, 404);
  };
  const show = (id: string) => {
    const { app, number } = hold(id);
    return screen.phone(app, number);
  };
  return {
    holds: (id) => id.startsWith('app-'),
    list: () => [...apps.all.values()].map(({ id }) => show(id)),
    show,
    chat(id, chat, before) {
      const hand = hold(id);
      return screen.chat(hand.app, hand.number, readChat(shop, hand, chat), before);
    },
    act(id, action) {
      const hand = hold(id);
      const run = acts[action.type] ?? fail(`The Business app cannot ${action.type}.`);
      apps.all.change(hand.app.id, { usedAt: messages.now });
      return run(hand, action as never);
    },
    create({ id: phone, name, language }) {
      if (directory.numberByPhone.get(phone)) fail(`+${phone} is a business' already.`, 409);
      return show(apps.create({ phone, name, language }).id);
    },
    remove(id) {
      const { app } = hold(id);
      if (platform.isJoined(app.id)) platform.leave(app.id);
      apps.all.delete(app.id);
      directory.numbers.change(app.id, { onBusinessApp: false, status: 'DELETED' });
    },
    withholds: (number, person) => platform.withholds(number, person),
  };
}
