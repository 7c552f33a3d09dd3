import type { Message } from '../messages/message.ts';
import { receive } from '../messages/receive.ts';
import type { Habits, Person } from '../people/person.ts';
import { setMarketing } from './acts/chatting.ts';
import type { Stage } from './acts/stage.ts';
import { showContent } from './show-content.ts';

type Answer = (stage: Stage, person: Person, message: Message, button: string) => unknown;

/** What phones do by themselves when something arrives or was read: answer, tap, block, stop the offers. */
export function liveByHabits(stage: Stage, tapButton: Answer): void {
  const { messages } = stage;
  const { tasks, random } = messages.emulator.world;
  messages.on('delivered', (message) => {
    if (message.template?.category === 'marketing') countPromotion(stage, message);
  });
  messages.on('read', (message, at) => {
    const { habits } = messages.people.get(message.person);
    if (message.origin === 'customer' || !random.chance(habits.replyShare)) return;
    const [from, to] = habits.replySeconds;
    tasks.schedule({
      kind: 'phone.answer',
      at: at + Math.round((from + (to - from) * random.next()) * 1000),
      payload: { id: message.id },
    });
  });
  tasks.on('phone.answer', (payload) => {
    const message = messages.all.get((payload as { id: string }).id);
    if (message) answer(stage, message, tapButton);
  });
}

function answer(stage: Stage, message: Message, tapButton: Answer): void {
  const { messages, desks } = stage;
  const { random } = messages.emulator.world;
  const person = messages.people.get(message.person);
  const number = messages.emulator.directory.numbers.get(message.numberId);
  if (!number || !person.online || person.blocked.includes(number.id)) return;
  const content = showContent(message, desks);
  const buttons = content.kind === 'card' ? content.card.buttons.filter(({ kind }) => kind === 'reply') : [];
  if (buttons.length > 0 && random.chance(person.habits.tapShare)) {
    tapButton(stage, person, message, random.pick(buttons).key);
    return;
  }
  const body = person.habits.replies.length > 0 ? random.pick(person.habits.replies) : 'OK';
  receive(messages, { number, person, type: 'text', content: { text: { body } } });
}

/** Whoever has had enough blocks the business or stops its offers; how many it takes is a habit. */
function countPromotion(stage: Stage, message: Message): void {
  const { messages } = stage;
  const person = messages.people.known.get(message.person);
  const number = messages.emulator.directory.numbers.get(message.numberId);
  if (!person || !number) return;
  const count = (messages.chats.get(message.chat)?.promotions ?? 0) + 1;
  messages.changeChat(number.id, person.id, { promotions: count });
  const { blockAfterPromotions, stopAfterPromotions }: Habits = person.habits;
  if (count === stopAfterPromotions) setMarketing(stage, person, number, 'stop');
  if (count === blockAfterPromotions && !person.blocked.includes(number.id)) {
    messages.people.known.change(person.id, { blocked: [...person.blocked, number.id] });
    messages.tell('blocked', message);
  }
}
