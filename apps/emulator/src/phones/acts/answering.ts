import type { Message } from '../../messages/message.ts';
import type { Person } from '../../people/person.ts';
import { isObject, type JsonObject } from '../../world/json.ts';
import type { ActionAnswer, AnswerAction } from '../actions.ts';
import type { ButtonView, CardView } from '../card-view.ts';
import { showContent } from '../show-content.ts';
import { followLink } from './link-click.ts';
import { type Acts, fail, messageOf, numberOf, type Stage, write } from './stage.ts';

const week = 7 * 24 * 3_600;

/** What comes of buttons, lists and sheets. */
export function answeringActs(stage: Stage): Acts<Exclude<AnswerAction, FormAction>> {
  const { desks } = stage;
  return {
    'tap-button'(person, on) {
      const message = messageOf(stage, person, on);
      const button =
        buttonsOf(stage, message).find(({ key }) => key === on.button) ??
        fail('There is no such button.', 404);
      return tap(stage, { person, message, button });
    },
    'choose-row'(person, on) {
      const message = messageOf(stage, person, on);
      const list = buttonsOf(stage, message).find((button) => button.kind === 'list');
      const row =
        list?.sections.flatMap(({ rows }) => rows).find(({ id }) => id === on.row) ??
        fail('There is no such row.', 404);
      return reply(stage, person, message, 'interactive', {
        interactive: { type: 'list_reply', list_reply: { ...row } },
      });
    },
    'share-number'(person, on) {
      const message = messageOf(stage, person, on);
      stage.messages.changeChat(message.numberId, person.id, {
        phoneKnownUntil: stage.messages.now + 30 * 24 * 3_600_000,
      });
      return reply(stage, person, message, 'contacts', sharedNumber(person));
    },
    'answer-call-request'(person, on) {
      const message = messageOf(stage, person, on);
      if (!desks.calls.stands(message)) fail('This request has expired.', 409);
      const isPermanent = on.permanent === true;
      const until = Math.floor(stage.messages.now / 1000) + week;
      desks.calls.allow(
        message.numberId,
        person.id,
        on.answer === 'reject' ? 'none' : isPermanent ? 'permanent' : 'temporary',
      );
      const answer = { response: on.answer, is_permanent: isPermanent, response_source: 'user_action' };
      const ends = on.answer === 'accept' && !isPermanent ? { expiration_timestamp: until } : {};
      return reply(stage, person, message, 'interactive', {
        interactive: { type: 'call_permission_reply', call_permission_reply: { ...answer, ...ends } },
      });
    },
    pay(person, on) {
      const message = messageOf(stage, person, on);
      const number = numberOf(stage, on.chat);
      desks.payments.pay({ number, person, message, outcome: on.outcome, method: on.method });
      return {};
    },
    'place-order'(person, { chat, items, text }) {
      return write(stage, {
        number: numberOf(stage, chat),
        person,
        type: 'order',
        content: orderOf(stage, chat, items, text),
      });
    },
  };
}

type FormAction = Extract<
  AnswerAction,
  { type: 'flow-exchange' | 'flow-file' | 'complete-flow' | 'send-address' }
>;

/** Flows and addresses: forms that are filled in on the phone. */
export function formActs(stage: Stage): Acts<FormAction> {
  const { desks } = stage;
  return {
    async 'flow-exchange'(person, on) {
      return { flow: await desks.flows.exchange(messageOf(stage, person, on), on.button, on.request) };
    },
    async 'flow-file'(person, on) {
      return {
        file: await desks.flows.file(messageOf(stage, person, on), on.button, {
          media: on.media,
          name: on.name,
        }),
      };
    },
    'complete-flow'(person, on) {
      return formReply(stage, person, messageOf(stage, person, on), {
        name: 'flow',
        body: 'Sent',
        response: on.response,
      });
    },
    'send-address'(person, on) {
      const body = Object.values(on.values).filter(Boolean).join('\n');
      const saved = on.savedAddress === undefined ? {} : { saved_address_id: on.savedAddress };
      return formReply(stage, person, messageOf(stage, person, on), {
        name: 'address_message',
        body,
        response: { ...saved, values: on.values },
      });
    },
  };
}

function reply(
  stage: Stage,
  person: Person,
  message: Message,
  ...[type, content]: [string, JsonObject]
): ActionAnswer {
  const number = numberOf(stage, message.numberId);
  return write(stage, { number, person, type, content, context: { from: number.phone, id: message.id } });
}

function formReply(
  stage: Stage,
  person: Person,
  message: Message,
  form: { name: string; body: string; response: JsonObject },
): ActionAnswer {
  const { name, body, response } = form;
  const answer = { name, body, response_json: JSON.stringify(response) };
  return reply(stage, person, message, 'interactive', {
    interactive: { type: 'nfm_reply', nfm_reply: answer },
  });
}

interface Tap {
  person: Person;
  message: Message;
  button: ButtonView;
}

function tap(stage: Stage, { person, message, button }: Tap): ActionAnswer {
  if (button.kind === 'reply') return tapReply(stage, { person, message, button });
  if (button.kind === 'call') {
    stage.desks.calls.call(numberOf(stage, message.numberId), person, message);
    return {};
  }
  const url =
    button.kind === 'url'
      ? followLink(stage, message, button.url)
      : button.kind === 'phone'
        ? `tel:${button.phone}`
        : undefined;
  if (url === undefined && button.kind !== 'copy-code' && button.kind !== 'one-tap') {
    fail('This button opens a sheet; its answer is an action of its own.');
  }
  return { ...click(stage, message, button.text), ...(url !== undefined && { url }) };
}

/** A reply button works once. */
function tapReply(stage: Stage, { person, message, button }: Tap): ActionAnswer {
  const tapped = message.tapped ?? [];
  if (tapped.includes(button.key)) fail('This button was tapped already.', 409);
  const answer = reply(stage, person, message, ...replyContent(stage, message, button));
  if (stage.messages.all.has(message.id))
    stage.messages.all.change(message.id, { tapped: [...tapped, button.key] });
  if (message.template) click(stage, message, button.text);
  return answer;
}

/** A template's quick reply comes as `button` with its payload, an interactive one with its id. */
function replyContent(stage: Stage, message: Message, { key, text }: ButtonView): [string, JsonObject] {
  if (message.type === 'template') {
    return ['button', { button: { payload: stage.desks.templates.payload(message, key) ?? text, text } }];
  }
  const id = replyIdOf(message.content, key) ?? text;
  return ['interactive', { interactive: { type: 'button_reply', button_reply: { id, title: text } } }];
}

function replyIdOf({ interactive }: JsonObject, key: string): string | undefined {
  const action = isObject(interactive) && isObject(interactive.action) ? interactive.action : {};
  const [card, place = card] = key.split('.');
  const cards: unknown[] = Array.isArray(action.cards) ? action.cards : [];
  const owner = key.includes('.') ? at(cards, card) : { action };
  const inner = isObject(owner) && isObject(owner.action) ? owner.action : {};
  const button = at(Array.isArray(inner.buttons) ? inner.buttons : [], place);
  const reply = isObject(button) ? (button.reply ?? button.quick_reply) : undefined;
  return isObject(reply) && typeof reply.id === 'string' ? reply.id : undefined;
}

const at = (list: unknown[], place: string | undefined): unknown => list[Number(place)];

/** The business hears of clicks on marketing links only where it sent by the Marketing Messages API. */
function click({ messages }: Stage, message: Message, label: string): ActionAnswer {
  messages.all.change(message.id, { clicked: [...(message.clicked ?? []), label] });
  messages.tell('clicked', messages.all.get(message.id) ?? message);
  return {};
}

function buttonsOf({ desks }: Stage, message: Message): ButtonView[] {
  const content = showContent(message, desks);
  if (content.kind !== 'card') return [];
  const { buttons, carousel = [] }: CardView = content.card;
  return [...buttons, ...carousel.flatMap((card) => card.buttons)];
}

function sharedNumber({ id, name }: Person): JsonObject {
  const [first = name] = name.split(' ');
  const vcard = `BEGIN:VCARD\nVERSION:3.0\nN:;${name};;;\nFN:${name}\nTEL;type=CELL;waid=${id}:+${id}\nEND:VCARD`;
  return {
    origin: 'contact_request',
    contacts: [
      {
        name: { formatted_name: name, first_name: first },
        phones: [{ phone: `+${id}`, wa_id: id, type: 'CELL' }],
        vcard,
      },
    ],
  };
}

function orderOf(
  { desks }: Stage,
  chat: string,
  items: { retailerId: string; quantity: number }[],
  text?: string,
): JsonObject {
  const catalog = desks.shop.catalogOf(chat) ?? fail('This business has no catalog.', 409);
  if (items.length === 0) fail('The cart is empty.');
  const lines = items.map(({ retailerId, quantity }) => {
    const { price, salePrice = price } = desks.shop.product(catalog.id, retailerId);
    return {
      product_retailer_id: retailerId,
      quantity,
      item_price: salePrice.minor / 100,
      currency: salePrice.currency,
    };
  });
  return { order: { catalog_id: catalog.id, text: text ?? '', product_items: lines } };
}
