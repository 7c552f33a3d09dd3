/**
 * What the phones page is shown, as JSON under /world:
 *
 *   GET  /world/phones                                          PhoneView[]
 *   POST /world/phones                  NewPhone                PhoneView
 *   GET  /world/phones/:phone                                   PhoneView
 *   DEL  /world/phones/:phone                                   {}
 *   GET  /world/phones/:phone/chats/:chat?before=:message       ChatView, the newest 100 messages, or 100 earlier ones
 *   GET  /world/phones/:phone/chats/:chat/catalog               CatalogView
 *   GET  /world/phones/:phone/chats/:chat/flow?message=&button= FlowView
 *   POST /world/phones/:phone/actions   PhoneAction             ActionAnswer, or Refused with a status of 4xx
 *   POST /world/media                   the bytes               MediaView (content-type, and the name in ?name=)
 *   GET  /world/entries                                         EntriesView: where a person can come from
 *   GET  /world/stream                                          server-sent events, each one a ViewChange
 *
 * Times are milliseconds of the world's clock. Every `url` may be used in `src` as it stands.
 */
import type { FlowJson } from '../flows/runtime/flow.ts';
import type { JsonObject } from '../world/json.ts';
import type { CallView, CardView, MediaView, Money, ProductView } from './card-view.ts';

export type PhoneView = CustomerPhone | OwnerPhone;
export type Language = 'en' | 'hi';

interface AnyPhone {
  id: string;
  /** E.164 without the plus sign. */
  phone: string;
  name: string;
  picture?: string;
  language: Language;
  online: boolean;
  /** The chat with the newest message first. */
  chats: ChatSummary[];
  call?: CallView;
}

export interface PhoneSettings {
  name: string;
  language: Language;
  online: boolean;
  receipts: boolean;
  /** By itself as soon as something arrives; when somebody opens the chat on the page; not at all. */
  reading: 'fast' | 'opened' | 'never';
  hasWhatsApp: boolean;
  username: string | null;
  hidesNumber: boolean;
}

export interface CustomerPhone extends AnyPhone, Omit<PhoneSettings, 'username'> {
  face: 'customer';
  username?: string;
}

/** The WhatsApp Business app of a number that is, or could be, shared with the Cloud API. */
export interface OwnerPhone extends AnyPhone {
  face: 'owner';
  labels: LabelView[];
  devices: DeviceView[];
  platform: PlatformView;
}

export interface LabelView {
  id: string;
  name: string;
  color: string;
}

export interface DeviceView {
  id: string;
  name: string;
  lastActiveAt: number;
}

/** Coexistence as the owner sees it: asked by a partner, answered here, left here. */
export interface PlatformView {
  state: 'none' | 'asked' | 'connected' | 'disconnected';
  partner?: string;
  sharesHistory?: boolean;
  /** How far the history went, 0 to 100. */
  historyProgress?: number;
}

export interface NewPhone {
  face: 'customer' | 'owner';
  name: string;
  phone: string;
  language: Language;
}

export type MessageStatus = 'waiting' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

export interface ChatSummary {
  id: string;
  kind: 'business' | 'customer' | 'group';
  title: string;
  picture?: string;
  /** An official business account, which has the mark. */
  official?: boolean;
  /** The newest message in a line, as the list shows it. */
  last?: { text: string; kind: MessageContent['kind']; at: number; mine: boolean; status?: MessageStatus };
  unread: number;
  typing: boolean;
  blocked: boolean;
  /** Ids of the owner's labels. */
  labels: string[];
}

export interface ChatView extends ChatSummary {
  /** Oldest first. */
  messages: MessageView[];
  hasEarlier: boolean;
  pinned: string[];
  business?: BusinessView;
  customer?: CustomerView;
  group?: GroupView;
}

export interface BusinessView {
  numberId: string;
  phone: string;
  username?: string;
  about?: string;
  category?: string;
  description?: string;
  address?: string;
  email?: string;
  websites: string[];
  hasCatalog: boolean;
  hasCart: boolean;
  /** Ice breakers, offered while the chat is empty. */
  prompts: string[];
  commands: { name: string; description: string }[];
  calls: { offered: boolean; permission: 'none' | 'temporary' | 'permanent'; until?: number };
  marketing: 'on' | 'stopped';
}

interface CustomerView {
  phone?: string;
  username?: string;
  /** In the owner's address book. */
  saved: boolean;
}

interface GroupView {
  description?: string;
  members: { name: string; phone?: string; business: boolean }[];
  /** Whether groups reach the Cloud API; the app's own never do. */
  mirrored: boolean;
}

export interface MessageView {
  id: string;
  mine: boolean;
  at: number;
  /** On messages of this phone. */
  status?: MessageStatus;
  /** In groups, who else wrote it. */
  author?: string;
  quoted?: { id: string; author: string; text: string; kind: MessageContent['kind']; picture?: string };
  /** The product that the message asks about. */
  product?: ProductView;
  reactions: { emoji: string; mine: boolean }[];
  forwarded?: 'once' | 'often';
  edited?: boolean;
  /** The ad or post from which the conversation came. */
  referral?: { headline: string; body: string; picture?: string; url: string };
  /** Keys of reply buttons that were tapped; they do not work twice. */
  tapped: string[];
  content: MessageContent;
}

export type MessageContent =
  | { kind: 'text'; text: string; preview?: LinkPreview }
  | { kind: 'image' | 'video'; media: MediaView; caption?: string }
  | { kind: 'sticker'; media: MediaView }
  | { kind: 'audio'; media: MediaView; voice: boolean }
  | { kind: 'document'; media: MediaView; name: string; pages?: number; caption?: string }
  | { kind: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { kind: 'live-location'; latitude: number; longitude: number; until: number; caption?: string }
  | { kind: 'contacts'; contacts: ContactCard[] }
  | { kind: 'poll'; question: string; options: string[] }
  /** Everything interactive, and every template: header, body, footer, buttons, already filled in. */
  | { kind: 'card'; card: CardView }
  /** The cart that a customer sent. */
  | { kind: 'cart'; items: { product: ProductView; quantity: number }[]; total: Money; text?: string }
  /** What was filled in: a Flow, an address, a permission to call. */
  | { kind: 'answer'; to: 'flow' | 'address' | 'call-permission'; title: string; lines: string[] }
  | { kind: 'payment'; outcome: 'paid' | 'failed' | 'refunded'; amount: Money; reference: string }
  | { kind: 'call'; outcome: 'missed' | 'declined' | 'completed'; seconds?: number }
  /** A line in the middle: encryption, a changed number, somebody joined. */
  | { kind: 'notice'; text: string }
  | { kind: 'deleted' }
  | { kind: 'unsupported'; text: string };

interface LinkPreview {
  url: string;
  title: string;
  description?: string;
  picture?: string;
}

export interface ContactCard {
  name: string;
  organization?: string;
  phones: { phone: string; type?: string; onWhatsApp: boolean }[];
  emails: string[];
}

export interface CatalogView {
  id: string;
  name: string;
  products: ProductView[];
}

export interface FlowView {
  id: string;
  name: string;
  draft: boolean;
  /** As it was published, or as the draft stands. */
  json: FlowJson;
  token: string;
  /** Where it opens; with data_exchange the endpoint says so. */
  action: 'navigate' | 'data_exchange';
  screen?: string;
  data?: JsonObject;
}

export interface EntriesView {
  businesses: { number: string; phone: string; name: string; picture?: string; official: boolean }[];
  ads: AdView[];
  links: { label: string; url: string; qr?: string }[];
}

export interface AdView {
  id: string;
  advertiser: string;
  picture?: string;
  text: string;
  headline: string;
  /** The text that waits in the composer. */
  autofill: string;
  prompts: string[];
}

/** What is to be read again. Without a phone it is the world: its clock, or the list of phones. */
export interface ViewChange {
  change: 'phones' | 'phone' | 'chat' | 'clock';
  phone?: string;
  chat?: string;
}

export interface Refused {
  error: { message: string };
}
