import type { BusinessNumber } from '../directory/records.ts';
import { refuse } from '../graph/errors.ts';
import type { Message } from '../messages/message.ts';
import type { Messages } from '../messages/messages.ts';
import type { Person } from '../people/person.ts';
import { isObject, type JsonObject } from '../world/json.ts';
import type { Permissions } from './permissions.ts';
import { hasCalling } from './right-to-call.ts';

/** Whether a template of the account asks for permission to call. */
export type AsksForCalls = (wabaId: string, name: string, language: string) => boolean;

const week = 7 * 24 * 3_600_000;

/** Messages that ask a customer for permission to call, free-form or of a template. */
export class Requests {
  readonly #permissions: Permissions;
  readonly #messages: Messages;
  readonly #asksForCalls: AsksForCalls;

  constructor(messages: Messages, permissions: Permissions, asksForCalls: AsksForCalls) {
    this.#messages = messages;
    this.#permissions = permissions;
    this.#asksForCalls = asksForCalls;
    messages.on('sent', (message) => {
      if (this.#isRequest(message.wabaId, message.content))
        permissions.noteRequest(message.numberId, message.person);
    });
    messages.on('received', ({ numberId, person, content, replyTo }) => {
      const request = isAnswer(content) ? messages.all.get(replyTo ?? '') : undefined;
      if (request) permissions.noteAnswer(numberId, person, request.at);
    });
  }

  /** Refuses one too many, one that changes nothing, and one of a number without calls. */
  check(number: BusinessNumber, content: JsonObject, person: Person): void {
    if (!this.#isRequest(number.wabaId, content)) return;
    if (!hasCalling(number)) refuse(138000, 'Calling is not enabled for this phone number.');
    if (this.#permissions.of(number.id, person.id).permission === 'permanent')
      refuse(138017, 'The recipient has given a permanent call permission already.');
    const uses = this.#permissions.requestUse(number.id, person.id, number.mode === 'SANDBOX');
    if (uses.some(({ used, max }) => used >= max))
      refuse(138009, 'The limit of call permission requests to this recipient was reached.');
  }

  /** A request lapses a week after it arrived, and as soon as a newer one is answered. */
  stands({ numberId, person, at, deliveredAt = at }: Message): boolean {
    const isFresh = this.#messages.now - deliveredAt < week;
    return isFresh && at >= this.#permissions.answeredAt(numberId, person);
  }

  #isRequest(wabaId: string, { interactive, template }: JsonObject): boolean {
    if (isObject(interactive)) return interactive.type === 'call_permission_request';
    if (!isObject(template) || !isObject(template.language)) return false;
    const [name, language] = [template.name, template.language.code];
    return (
      typeof name === 'string' && typeof language === 'string' && this.#asksForCalls(wabaId, name, language)
    );
  }
}

const isAnswer = ({ interactive }: JsonObject): boolean =>
  isObject(interactive) && interactive.type === 'call_permission_reply';
