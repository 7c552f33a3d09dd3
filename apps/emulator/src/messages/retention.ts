import type { Collection } from '../world/collection.ts';
import type { World } from '../world/world.ts';
import type { Message } from './message.ts';

/**
 * Keeps memory flat: of messages to which nothing will happen any more only the newest stay, the journal has them all.
 * Whoever refers to an older one hears what Meta says of messages that are too old.
 */
export class Retention {
  readonly #messages: Collection<Message>;
  readonly #setting;
  #settled: string[] = [];
  #first = 0;

  constructor(world: World, messages: Collection<Message>) {
    this.#messages = messages;
    this.#setting = world.setting('memory', { messages: 20_000 });
    // Saved so that a restored world forgets in the same order.
    world.keep('settled-messages', {
      save: () => this.#settled.slice(this.#first),
      restore: (ids) => {
        this.#settled = ids as string[];
        this.#first = 0;
      },
    });
  }

  settle(id: string): void {
    this.#settled.push(id);
    while (this.#settled.length - this.#first > this.#setting.value.messages) {
      this.#messages.forget(this.#settled[this.#first++] as string);
    }
    if (this.#first > 10_000) {
      this.#settled = this.#settled.slice(this.#first);
      this.#first = 0;
    }
  }
}
