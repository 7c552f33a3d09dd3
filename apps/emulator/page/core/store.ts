import type { PhoneAction, ActionAnswer } from '../../src/phones/actions.ts';
import type { MediaView } from '../../src/phones/card-view.ts';
import type { ChatView, PhoneView, ViewChange } from '../../src/phones/view.ts';
import { Refusal, type Api } from './api.ts';
import { PageClock } from './clock.ts';
import { coalesced } from './coalesced.ts';
import { moveFocus } from './focus.ts';
import { newUi, type Glass, type PhoneUi, type Screen, type Sheet } from './glass.ts';
import { wordsOf } from './words.ts';

const toastFor = 4000;
const keyOf = (phone: string, chat: string): string => `${phone}/${chat}`;

/** All that the page knows, and the one way in which it changes: read again, then drawn again. */
export class World {
  phones: PhoneView[] = [];
  /** False until the first answer. */
  loaded = false;
  /** Why nothing could be read. */
  trouble: string | undefined;
  /** The phone that a narrow screen shows. */
  shown: string | undefined;
  adding = false;

  readonly api: Api;
  readonly clock: PageClock;
  readonly #draw: () => void;
  readonly #firstScreens: Record<string, Screen>;
  readonly #chats = new Map<string, ChatView>();
  /** How many pages of a chat somebody scrolled back to; without, the newest alone. */
  readonly #pages = new Map<string, number>();
  /** Up to which message the world knows that somebody looked at an open chat. */
  readonly #lookedAt = new Map<string, string>();
  readonly #uis = new Map<string, PhoneUi>();
  readonly #loads = new Map<string, unknown>();
  readonly #openers = new Map<string, Element | null>();

  constructor(api: Api, draw: () => void, firstScreens: Record<string, Screen> = {}) {
    this.api = api;
    this.clock = new PageClock(api, draw);
    this.#draw = draw;
    this.#firstScreens = firstScreens;
  }

  async start(): Promise<void> {
    try {
      await Promise.all([this.clock.read(), this.#readPhones()]);
      this.loaded = true;
      this.api.listen(coalesced((changes) => this.#hear(changes)));
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
    this.#draw();
  }

  change(patch: { shown?: string; adding?: boolean }): void {
    Object.assign(this, patch);
    this.#draw();
  }

  glass(phone: PhoneView): Glass {
    const { id } = phone;
    const ui = (): PhoneUi => this.#uiOf(id);
    const { screen } = ui();
    return {
      phone,
      // What waits for an answer sees how things stand by then.
      get ui() {
        return ui();
      },
      words: wordsOf(phone.language),
      now: this.clock.now(),
      api: this.api,
      chat: 'chat' in screen ? this.#chats.get(keyOf(id, screen.chat)) : undefined,
      set: (patch) => this.#set(id, patch),
      open: (screen) => this.#open(id, screen),
      show: (sheet) => this.#show(id, sheet),
      say: (toast) => this.#say(id, toast),
      readEarlier: () => this.#readEarlier(id),
      act: (action) => this.#act(id, action),
      upload: (file, name) => this.#upload(id, file, name),
      load: (key, ask) => this.#load(key, ask),
      forget: (key) => void this.#loads.delete(key),
    };
  }

  #uiOf(phone: string): PhoneUi {
    const first = this.#firstScreens[phone];
    const ui = this.#uis.get(phone) ?? { ...newUi(), ...(first && { screen: first }) };
    this.#uis.set(phone, ui);
    return ui;
  }

  #set(phone: string, patch: Partial<PhoneUi>): void {
    this.#uis.set(phone, { ...this.#uiOf(phone), ...patch });
    this.#draw();
  }

  #say(phone: string, toast: string): void {
    this.#set(phone, { toast });
    setTimeout(() => {
      if (this.#uiOf(phone).toast === toast) this.#set(phone, { toast: undefined });
    }, toastFor);
  }

  async #act(phone: string, action: PhoneAction): Promise<ActionAnswer | undefined> {
    try {
      const answer = await this.api.act(phone, action);
      await this.#reread({ change: 'phone', phone, ...('chat' in action && { chat: action.chat }) });
      this.#draw();
      return answer;
    } catch (error) {
      this.#say(phone, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  async #upload(phone: string, file: Blob, name: string): Promise<MediaView | undefined> {
    try {
      return await this.api.upload(file, name);
    } catch (error) {
      this.#say(phone, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  }

  #open(phone: string, screen: Screen): void {
    const before = this.#uiOf(phone).screen;
    this.#set(phone, { screen, sheet: undefined, replyTo: undefined, editing: undefined, asking: undefined });
    if (before.at === 'chat' && screen.at === 'chats') {
      this.#pages.delete(keyOf(phone, before.chat));
      void this.#act(phone, { type: 'close-chat', chat: before.chat });
    }
    if (screen.at === 'chat') void this.#openChat(phone, screen.chat);
  }

  async #openChat(phone: string, chat: string): Promise<void> {
    try {
      await this.#readChat(phone, chat);
    } catch (error) {
      this.#say(phone, error instanceof Error ? error.message : String(error));
      return;
    }
    this.#draw();
    await this.#act(phone, { type: 'open-chat', chat });
  }

  #show(phone: string, sheet: Sheet | undefined): void {
    if (sheet && !this.#uiOf(phone).sheet) this.#openers.set(phone, document.activeElement);
    this.#set(phone, { sheet });
    requestAnimationFrame(() => moveFocus(phone, sheet !== undefined, this.#openers.get(phone)));
  }

  #load<T>(key: string, ask: () => Promise<T>): T | undefined {
    if (this.#loads.has(key)) return this.#loads.get(key) as T | undefined;
    this.#loads.set(key, undefined);
    void this.#fill(key, ask);
    return undefined;
  }

  async #fill(key: string, ask: () => Promise<unknown>): Promise<void> {
    try {
      this.#loads.set(key, await ask());
      this.#draw();
    } catch (error) {
      // Asked again when the sheet is opened the next time.
      this.#loads.delete(key);
      throw error;
    }
  }

  async #hear(changes: ViewChange[]): Promise<void> {
    for (const change of changes) await this.#reread(change).catch(leaveToNextChange);
    this.#draw();
  }

  async #reread({ change, phone, chat }: ViewChange): Promise<void> {
    if (change === 'clock') return this.clock.read();
    if (change === 'phones' || phone === undefined) return this.#readPhones();
    // The stream tells of every number's own app, whether it is a phone here or not.
    if (!this.phones.some(({ id }) => id === phone)) return;
    if (chat !== undefined && this.#chats.has(keyOf(phone, chat))) await this.#readKnownChat(phone, chat);
    await this.#readPhone(phone);
    if (chat !== undefined) await this.#lookAt(phone, chat);
  }

  /** A chat may be gone, as a group is for whoever left it. */
  async #readKnownChat(phone: string, chat: string): Promise<void> {
    try {
      await this.#readChat(phone, chat);
    } catch (error) {
      leaveToNextChange(error);
      this.#chats.delete(keyOf(phone, chat));
    }
  }

  /** Everything that is shown is read again: also what was said long ago changes. */
  async #readChat(phone: string, chat: string): Promise<void> {
    const view = await this.api.chat(phone, chat);
    for (let page = this.#pages.get(keyOf(phone, chat)) ?? 1; page > 1 && view.hasEarlier; page -= 1) {
      const { messages, hasEarlier } = await this.api.chat(phone, chat, view.messages[0]?.id);
      view.messages.unshift(...messages);
      view.hasEarlier = hasEarlier;
    }
    this.#chats.set(keyOf(phone, chat), view);
  }

  /** What arrives while the chat is open is seen at once, as if it was opened anew. */
  async #lookAt(phone: string, chat: string): Promise<void> {
    const { screen } = this.#uiOf(phone);
    const view = this.#chats.get(keyOf(phone, chat));
    const last = view?.messages.at(-1)?.id;
    if (screen.at !== 'chat' || screen.chat !== chat || !view?.unread || last === undefined) return;
    if (this.#lookedAt.get(keyOf(phone, chat)) === last) return;
    this.#lookedAt.set(keyOf(phone, chat), last);
    await this.api.act(phone, { type: 'open-chat', chat });
  }

  async #readEarlier(phone: string): Promise<void> {
    const { screen } = this.#uiOf(phone);
    if (screen.at !== 'chat') return;
    const key = keyOf(phone, screen.chat);
    this.#pages.set(key, (this.#pages.get(key) ?? 1) + 1);
    await this.#openChat(phone, screen.chat);
  }

  async #readPhone(id: string): Promise<void> {
    const fresh = await this.api.phone(id);
    this.phones = this.phones.map((phone) => (phone.id === id ? fresh : phone));
  }

  async #readPhones(): Promise<void> {
    this.phones = await this.api.phones();
    for (const { id } of this.phones) {
      const { screen } = this.#uiOf(id);
      if ('chat' in screen) await this.#readKnownChat(id, screen.chat);
    }
  }
}

/** The next change on the stream brings what could not be read now. */
function leaveToNextChange(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
