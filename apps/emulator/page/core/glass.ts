import type { ActionAnswer, PhoneAction } from '../../src/phones/actions.ts';
import type { MediaView, PayMethod, ProductView } from '../../src/phones/card-view.ts';
import type { ChatView, PhoneView } from '../../src/phones/view.ts';
import type { FlowState } from '../../src/flows/runtime/state.ts';
import type { Api } from './api.ts';
import type { Words } from './words.ts';

export type Screen =
  | { at: 'chats' }
  | { at: 'chat'; chat: string }
  | { at: 'profile'; chat: string }
  | { at: 'settings' };

/** What lies over the screen, one at a time. */
export type Sheet =
  | {
      is: 'message-menu' | 'forward' | 'react' | 'order' | 'answer' | 'call-permission' | 'buttons';
      message: string;
    }
  | {
      is: 'list' | 'products' | 'address' | 'flow' | 'share-number' | 'card-product';
      message: string;
      button: string;
    }
  | { is: 'pay'; message: string; method?: PayMethod }
  | { is: 'location'; message?: string }
  | { is: 'product'; product: ProductView }
  | { is: 'viewer'; media: MediaView; caption?: string }
  | { is: 'cart-items'; message: string }
  | { is: 'contacts'; message: string }
  | {
      is:
        | 'attach'
        | 'contact'
        | 'poll'
        | 'file'
        | 'emoji'
        | 'catalog'
        | 'cart'
        | 'chat-menu'
        | 'report'
        | 'marketing'
        | 'entries'
        | 'labels'
        | 'connect'
        | 'new-group';
    };

/** What a phone's screen remembers and the world does not know. */
export interface PhoneUi {
  screen: Screen;
  sheet?: Sheet;
  filter: 'all' | 'unread' | 'groups';
  search: string;
  catalogSearch?: string;
  /** By chat: what is typed and not sent. */
  drafts: Record<string, string>;
  /** By chat, then by retailer id: how many. */
  carts: Record<string, Record<string, number>>;
  replyTo?: string;
  editing?: string;
  /** A product that the next text asks about. */
  asking?: ProductView;
  recordingSince?: number;
  playing?: string;
  toast?: string;
  flow?: { key: string; state: FlowState };
}

/** One phone as its templates see it. */
export interface Glass {
  phone: PhoneView;
  ui: PhoneUi;
  words: Words;
  /** The world's time. */
  now: number;
  api: Pick<Api, 'catalog' | 'flow' | 'entries'>;
  chat: ChatView | undefined;
  set(patch: Partial<PhoneUi>): void;
  open(screen: Screen): void;
  show(sheet: Sheet | undefined): void;
  say(toast: string): void;
  /** One page more of the open chat. */
  readEarlier(): Promise<void>;
  /** Does it, and says in a toast why not. */
  act(action: PhoneAction): Promise<ActionAnswer | undefined>;
  /** Puts a file where messages can name it, and says in a toast why not. */
  upload(file: Blob, name: string): Promise<MediaView | undefined>;
  /** What was asked for before, or undefined until it is there. */
  load<T>(key: string, ask: () => Promise<T>): T | undefined;
  forget(key: string): void;
}

export const newUi = (): PhoneUi => ({
  screen: { at: 'chats' },
  filter: 'all',
  search: '',
  drafts: {},
  carts: {},
});
