import type { PhoneAction, ActionAnswer } from '../../src/phones/actions.ts';
import type { ChatView, PhoneView, ViewChange } from '../../src/phones/view.ts';
import { Refusal, type Api, type ClockView } from './api.ts';
import { newUi, type Glass, type PhoneUi, type Screen, type Sheet } from './glass.ts';
import { wordsOf } from './words.ts';

export interface World {
  api: Api;
  phones: PhoneView[];
  /** False until the first answer. */
  loaded: boolean;
  /** Why nothing could be read. */
  trouble?: string;
  clock: ClockView;
  now(): number;
  glass(phone: PhoneView): Glass;
  /** The phone that a narrow screen shows. */
  shown: string | undefined;
  adding: boolean;
  change(patch: Partial<Pick<World, 'shown' | 'adding'>>): void;
  moveClock(change: { rate: number } | { advance: number }): void;
  start(): Promise<void>;
}

/** All that the page knows, and the one way in which it changes: read again, then drawn again. */
export function createWorld(api: Api, draw: () => void, firstScreens: Record<string, Screen> = {}): World {
  const chats = new Map<string, ChatView>();
  const uis = new Map<string, PhoneUi>();
  const loads = new Map<string, unknown>();
  const openers = new Map<string, Element | null>();
  let clockReadAt = performance.now();

  const uiOf = (phone: string): PhoneUi => {
    const ui = uis.get(phone) ?? { ...newUi(), ...(firstScreens[phone] && { screen: firstScreens[phone] }) };
    uis.set(phone, ui);
    return ui;
  };
  const set = (phone: string, patch: Partial<PhoneUi>): void => {
    uis.set(phone, { ...uiOf(phone), ...patch });
    draw();
  };
  const chatKey = (phone: string, chat: string): string => `${phone}/${chat}`;
  const readChat = async (phone: string, chat: string): Promise<void> => {
    chats.set(chatKey(phone, chat), await api.chat(phone, chat));
  };
  const readPhone = async (id: string): Promise<void> => {
    const fresh = await api.phone(id);
    world.phones = world.phones.map((phone) => (phone.id === id ? fresh : phone));
  };
  const readPhones = async (): Promise<void> => {
    world.phones = await api.phones();
    for (const { id } of world.phones) {
      const { screen } = uiOf(id);
      if ('chat' in screen) await readChat(id, screen.chat);
    }
  };
  const readClock = async (): Promise<void> => takeClock(await api.clock());
  const takeClock = (clock: ClockView): void => {
    world.clock = clock;
    clockReadAt = performance.now();
  };

  const reread = async ({ change, phone, chat }: ViewChange): Promise<void> => {
    if (change === 'clock') return readClock();
    if (change === 'phones' || phone === undefined) return readPhones();
    if (chat !== undefined && chats.has(chatKey(phone, chat))) await readChat(phone, chat);
    return readPhone(phone);
  };
  const hear = coalesced(async (changes: ViewChange[]) => {
    for (const change of changes) await reread(change).catch(ignoreRefusal);
    draw();
  });

  const say = (phone: string, toast: string): void => {
    set(phone, { toast });
    setTimeout(() => uiOf(phone).toast === toast && set(phone, { toast: undefined }), 4000);
  };
  const act = async (phone: string, action: PhoneAction): Promise<ActionAnswer | undefined> => {
    try {
      const answer = await api.act(phone, action);
      await reread({ change: 'phone', phone, ...('chat' in action && { chat: action.chat }) });
      draw();
      return answer;
    } catch (error) {
      say(phone, error instanceof Refusal ? error.message : String(error));
      return undefined;
    }
  };
  const open = (phone: string, screen: Screen): void => {
    const before = uiOf(phone).screen;
    set(phone, { screen, sheet: undefined, replyTo: undefined, editing: undefined, asking: undefined });
    if (before.at === 'chat' && screen.at === 'chats')
      void act(phone, { type: 'close-chat', chat: before.chat });
    if (screen.at !== 'chat') return;
    void readChat(phone, screen.chat)
      .then(() => act(phone, { type: 'open-chat', chat: screen.chat }))
      .catch(ignoreRefusal)
      .finally(draw);
  };
  const show = (phone: string, sheet: Sheet | undefined): void => {
    if (sheet && !uiOf(phone).sheet) openers.set(phone, document.activeElement);
    set(phone, { sheet });
    requestAnimationFrame(() => moveFocus(phone, sheet, openers.get(phone)));
  };
  const load = <T>(key: string, ask: () => Promise<T>): T | undefined => {
    if (loads.has(key)) return loads.get(key) as T | undefined;
    loads.set(key, undefined);
    ask()
      .then((value) => loads.set(key, value))
      .catch(() => loads.delete(key))
      .finally(draw);
    return undefined;
  };

  const world: World = {
    api,
    phones: [],
    loaded: false,
    clock: { now: 0, rate: 0 },
    shown: undefined,
    adding: false,
    now: () => Math.floor(world.clock.now + (performance.now() - clockReadAt) * world.clock.rate),
    glass: (phone) => {
      const ui = uiOf(phone.id);
      return {
        phone,
        ui,
        words: wordsOf(phone.language),
        now: world.now(),
        api,
        chat: 'chat' in ui.screen ? chats.get(chatKey(phone.id, ui.screen.chat)) : undefined,
        set: (patch) => set(phone.id, patch),
        open: (screen) => open(phone.id, screen),
        show: (sheet) => show(phone.id, sheet),
        say: (toast) => say(phone.id, toast),
        act: (action) => act(phone.id, action),
        load,
        forget: (key) => void loads.delete(key),
      };
    },
    change: (patch) => {
      Object.assign(world, patch);
      draw();
    },
    moveClock: (change) => void api.moveClock(change).then(takeClock).catch(ignoreRefusal).finally(draw),
    async start() {
      try {
        await Promise.all([readClock(), readPhones()]);
        world.loaded = true;
        api.listen(hear);
      } catch (error) {
        world.trouble = error instanceof Error ? error.message : String(error);
      }
      draw();
    },
  };
  return world;
}

/** Many changes at once are read once. */
function coalesced(read: (changes: ViewChange[]) => Promise<void>): (change: ViewChange) => void {
  const waiting = new Map<string, ViewChange>();
  let reading = false;
  const run = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    while (waiting.size > 0) {
      const changes = [...waiting.values()];
      waiting.clear();
      await read(changes);
    }
    reading = false;
  };
  return (change) => {
    waiting.set(JSON.stringify(change), change);
    setTimeout(() => void run(), 20);
  };
}

/** Into the sheet that opened, or back to where one was before it. */
function moveFocus(phone: string, sheet: Sheet | undefined, opener: Element | null | undefined): void {
  if (!sheet) {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    return;
  }
  const dialog = document.querySelector(`[data-phone="${CSS.escape(phone)}"] [role="dialog"]`);
  if (dialog?.contains(document.activeElement)) return;
  const first = dialog?.querySelector<HTMLElement>('[data-first], input, textarea, button:not(.sheet-close)');
  (first ?? dialog?.querySelector<HTMLElement>('button'))?.focus();
}

/** The next change on the stream brings what could not be read now. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}
