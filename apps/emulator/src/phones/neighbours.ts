import type { BusinessNumber } from '../directory/records.ts';
import type { EndpointAnswer, EndpointRequest, ErrorNotice } from '../flows/runtime/state.ts';
import type { PickedFile } from '../flows/runtime/files.ts';
import type { Message } from '../messages/message.ts';
import type { Received } from '../messages/receive.ts';
import type { Person } from '../people/person.ts';
import type { JsonObject } from '../world/json.ts';
import type { ActionAnswer, PayOutcome, PhoneAction } from './actions.ts';
import type { CallView, CardView, MediaView, OrderView, ProductView } from './card-view.ts';
import type { CatalogView, ChatView, FlowView, Language, OwnerPhone } from './view.ts';

/** Media as they are on a phone. */
export interface MediaDesk {
  /** Of an id or a link, as messages name them. */
  view: (reference: { id?: string; link?: string }) => MediaView | undefined;
  /** What goes into the webhook when a customer sends the file: id, mime_type, sha256, url. */
  wire: (id: string, numberId: string) => JsonObject | undefined;
  /** Where the emulator is reached, for addresses that businesses get. */
  origin: () => string;
}

export interface ShopDesk {
  catalogOf: (numberId: string) => CatalogView | null;
  product: (catalogId: string, retailerId: string) => ProductView;
}

export interface PaymentDesk {
  order: (message: Message, content: JsonObject) => OrderView;
  pay: (payment: {
    number: BusinessNumber;
    person: Person;
    message: Message;
    outcome: PayOutcome;
    method: string;
  }) => void;
}

interface FlowDesk {
  view: (message: Message, button: string) => FlowView;
  exchange: (
    message: Message,
    button: string,
    request: EndpointRequest | ErrorNotice,
  ) => Promise<EndpointAnswer>;
  file: (message: Message, button: string, file: { media: string; name: string }) => Promise<PickedFile>;
}

export interface CallDesk {
  current: (phone: string) => CallView | undefined;
  permission: (
    numberId: string,
    person: string,
  ) => { permission: 'none' | 'temporary' | 'permanent'; until?: number };
  allow: (numberId: string, person: string, value: 'none' | 'temporary' | 'permanent') => void;
  /** Whether a request for permission may still be answered. */
  stands: (request: Message) => boolean;
  isOffered: (number: BusinessNumber, person: Person) => boolean;
  /** By the icon, or by the button of a message. */
  call: (number: BusinessNumber, person: Person, button?: Message) => void;
  callByLink: (number: BusinessNumber, person: Person, payload: string | undefined) => void;
  accept: (call: string, phone: string) => void;
  decline: (call: string, phone: string) => void;
  end: (call: string, phone: string) => void;
}

/** A group as one of its members has it. */
export interface GroupOnPhone {
  id: string;
  number: BusinessNumber;
  subject: string;
  description?: string;
  picture?: string;
  members: Person[];
  /** Ids of messages. */
  pinned: string[];
  readAt: number;
}

export interface GroupDesk {
  has: (id: string) => boolean;
  /** The groups in which the phone is. */
  of: (phone: string) => GroupOnPhone[];
  get: (id: string, phone: string) => GroupOnPhone;
  /** What reached the phone, oldest first. */
  seen: (id: string, phone: string) => Message[];
  write: (
    id: string,
    person: Person,
    written: Pick<Received, 'type' | 'content' | 'wire' | 'context'>,
  ) => Message;
  open: (id: string, person: Person) => void;
  /** By invite link; without a chat the business has to let the person in first. */
  join: (code: string, person: Person) => { chat?: string };
  leave: (id: string, person: Person) => void;
  arriveAt: (phone: string) => void;
  /** Somebody has another number now. */
  moved: (before: string, now: string) => void;
}

/** Templates as the customer sees them. */
interface TemplateDesk {
  card: (message: Message) => CardView;
  /** What a quick reply sends. */
  payload: (message: Message, button: string) => string | undefined;
  /** Whether the business hears of taps on its links; a template may do without. */
  tracksLinks: (message: Message) => boolean;
}

/** The phones with the Business app, whose ids begin with `app-`. */
export interface OwnerDesk {
  holds: (id: string) => boolean;
  list: () => OwnerPhone[];
  show: (id: string) => OwnerPhone;
  chat: (id: string, chat: string, before?: string) => ChatView;
  act: (id: string, action: PhoneAction) => ActionAnswer;
  create: (phone: { id: string; name: string; language: Language }) => OwnerPhone;
  remove: (id: string) => void;
  /** A message that the app alone gets: the Cloud API tells that it is not available. */
  withholds: (number: BusinessNumber, person: string) => boolean;
}

/** What phones ask of other capabilities; each is wired where the emulator is put together. */
export interface PhoneNeighbours {
  media: MediaDesk;
  shop: ShopDesk;
  payments: PaymentDesk;
  flows: FlowDesk;
  calls: CallDesk;
  groups: GroupDesk;
  templates: TemplateDesk;
  /** Where a short link of a number leads, and with what text. */
  links: (code: string) => { number: BusinessNumber; text: string } | null;
}
