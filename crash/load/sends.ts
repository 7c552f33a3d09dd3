import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import { Journal, moment } from '../journal.ts';
import type { Owner } from '../stage/owner.ts';
import { orderConfirmation, someMessage } from './messages.ts';

/** What was asked of the program about sending, and how each asking was answered. */
export type SendLine =
  | { at: number; asked: string; class: string; phone: string; numberId: string }
  | { at: number; answered: string; status: number; code: string | null; messageId: string | null }
  | { at: number; cancelled: string; status: number }
  | { at: number; withdrawn: string; phone: string; status: number }
  | { at: number; paused: string; status: number }
  | { at: number; resumed: string; status: number }
  | { at: number; audience: string; status: number; sourceId: string | null };

/** A number of ours: our id of it and Meta's. */
export interface OwnNumber {
  numberId: string;
  phoneNumberId: string;
}

interface SendsOptions {
  folder: string;
  owner: Owner;
  chance: Chance;
  numbers: OwnNumber[];
  /** Who agreed to marketing. */
  agreed: { contactId: string; phone: string }[];
  perSecond: number;
}

interface Sent {
  messageId: string;
}

const mostUnanswered = 60;

/**
 * Asks the program to send, each message under a cause of its own, and asks again until it is answered; stops some of
 * it again: single messages, whole numbers, people who take back what they agreed to.
 */
export class Sends {
  readonly file: string;
  readonly #options: SendsOptions;
  readonly #journal: Journal<SendLine>;
  readonly #underWay = new Set<Promise<void>>();
  #making: Promise<unknown> | undefined;
  #over = false;

  constructor(options: SendsOptions) {
    this.#options = options;
    this.file = path.join(options.folder, 'sends.ndjson');
    this.#journal = new Journal(this.file);
  }

  start(): void {
    this.#making = Promise.all([this.#make(), this.#stopSome()]);
  }

  async finish(milliseconds: number): Promise<boolean> {
    this.#over = true;
    const late = pause(milliseconds, 'late');
    const all = Promise.resolve(this.#making).then(() => Promise.all(this.#underWay));
    return (await Promise.race([all, late])) !== 'late';
  }

  close(): void {
    this.#journal.close();
  }

  async #make(): Promise<void> {
    const { chance, perSecond } = this.#options;
    const started = performance.now();
    for (let nth = 0; !this.#over; nth++) {
      await pause(Math.max(1, started + (nth * 1000) / perSecond - performance.now()));
      while (this.#underWay.size > mostUnanswered && !this.#over) await pause(20);
      const asking = this.#send(nth, chance.for(`message ${nth}`)).finally(() =>
        this.#underWay.delete(asking),
      );
      this.#underWay.add(asking);
      // Rarely: what goes to everybody has to have left a minute after the faults end.
      if (nth % 800 === 100) this.#underWay.add(this.#sendToAll(nth));
    }
  }

  async #send(nth: number, chance: Chance): Promise<void> {
    const { numbers, agreed } = this.#options;
    const cause = `crash ${nth}`;
    const { class: of, content } = someMessage(chance, nth);
    const phone =
      of === 'marketing'
        ? chance.pick(agreed).phone
        : `+9180${String(chance.between(0, 999)).padStart(8, '0')}`;
    const { numberId } = chance.pick(numbers);
    this.#journal.write({ at: moment(), asked: cause, class: of, phone, numberId });
    const body = { cause, to: { phone }, numberId, content };
    const messageId = await this.#insist<string>('/messages', body, ({ status, answer }) => {
      const id = status < 300 ? (answer as Sent).messageId : null;
      this.#journal.write({ at: moment(), answered: cause, status, code: codeOf(answer), messageId: id });
      return id;
    });
    // The same cause once more, as somebody does who did not see the answer.
    if (chance.hits(0.1)) {
      const { status, answer } = await this.#ask('/messages', body);
      const id = status >= 200 && status < 300 ? (answer as Sent).messageId : null;
      this.#journal.write({ at: moment(), answered: cause, status, code: codeOf(answer), messageId: id });
    }
    if (messageId === null || !chance.hits(0.03)) return;
    const { status } = await this.#ask(`/outbox/${messageId}/cancel`, {});
    this.#journal.write({ at: moment(), cancelled: messageId, status });
  }

  async #sendToAll(nth: number): Promise<void> {
    const { numbers } = this.#options;
    const cause = `crash audience ${nth}`;
    const content = orderConfirmation(nth);
    const { numberId } = numbers[nth % numbers.length]!;
    const body = { cause, name: cause, audience: { all: true }, numberId, content };
    await this.#insist<null>('/audiences/send', body, ({ status, answer }) => {
      const sourceId = status < 300 ? (answer as { sourceId: string }).sourceId : null;
      this.#journal.write({ at: moment(), audience: cause, status, sourceId });
      return null;
    });
  }

  /** Every few seconds somebody changes their mind. */
  async #stopSome(): Promise<void> {
    const { chance, agreed, numbers } = this.#options;
    const own = chance.for('stops');
    // Half of them stay, so that there is marketing to the end.
    const leaving = agreed.slice(0, agreed.length / 2);
    while (!this.#over) {
      await pause(own.between(1_000, 3_000));
      const person = leaving.pop();
      if (person) {
        const address = `/contacts/${person.contactId}/consent/entries`;
        await this.#insist(address, { kind: 'withdrawn', purpose: '*', source: 'crash' }, ({ status }) => {
          this.#journal.write({ at: moment(), withdrawn: person.contactId, phone: person.phone, status });
          return null;
        });
      }
      if (own.hits(0.3)) await this.#pauseFor(own.pick(numbers).numberId, own.between(1_500, 4_000));
    }
  }

  async #pauseFor(numberId: string, milliseconds: number): Promise<void> {
    await this.#insist(`/outbox/numbers/${numberId}/pause`, {}, ({ status }) => {
      this.#journal.write({ at: moment(), paused: numberId, status });
      return null;
    });
    await pause(milliseconds);
    // Asked for counts: whatever is sent from now on was allowed.
    this.#journal.write({ at: moment(), resumed: numberId, status: 0 });
    await this.#insist(`/outbox/numbers/${numberId}/resume`, {}, () => null);
  }

  /** Until the program says yes or no. */
  async #insist<Result>(
    address: string,
    body: object,
    take: (given: { status: number; answer: object }) => Result | null,
  ): Promise<Result | null> {
    for (let wait = 100; ; wait = Math.min(2_000, wait * 2)) {
      const given = await this.#ask(address, body);
      if (given.status >= 200 && given.status < 500 && given.status !== 429) return take(given);
      await pause(wait);
    }
  }

  async #ask(address: string, body: object): Promise<{ status: number; answer: object }> {
    try {
      const { status, body: answer } = await this.#options.owner.ask<object>('POST', address, body);
      return { status, answer };
    } catch {
      return { status: 0, answer: {} };
    }
  }
}

const codeOf = (answer: object): string | null => (answer as { code?: string } | null)?.code ?? null;
