import type { InboundMedia, InboundSticker, InboundVoice } from './inbound-media.ts';
import type { InteractiveReply } from './inbound-replies.ts';
import type { WebhookError } from './parties.ts';

/** What a customer, or WhatsApp on the customer's behalf, sends to a number. */
export type InboundMessage =
  | InboundText
  | InboundImage
  | InboundVideo
  | InboundAudio
  | InboundDocument
  | InboundStickerMessage
  | InboundLocation
  | InboundContacts
  | InboundReaction
  | InboundButton
  | InboundInteractive
  | InboundOrder
  | InboundSystem
  | InboundUnsupported
  | InboundEdit
  | InboundRevoke
  | InboundWelcomeRequest;

export interface Inbound<Type extends string> {
  id: string;
  /** Seconds, as text. */
  timestamp: string;
  type: Type;
  /** The customer's number; absent while it is hidden. */
  from?: string;
  from_user_id?: string;
  from_parent_user_id?: string;
  group_id?: string;
  context?: InboundContext;
  /** On the first message of a conversation that an advertisement or a post began. */
  referral?: Referral;
  errors?: WebhookError[];
}

/** A reply names what it answers; a forwarded message only says that it was forwarded. */
export interface InboundContext {
  from?: string;
  id?: string;
  forwarded?: boolean;
  frequently_forwarded?: boolean;
  referred_product?: { catalog_id: string; product_retailer_id: string };
}

export interface Referral {
  source_url: string;
  source_id: string;
  source_type: 'ad' | 'post';
  headline?: string;
  body?: string;
  media_type?: 'image' | 'video';
  image_url?: string;
  video_url?: string;
  thumbnail_url?: string;
  /** The click, as the Conversions API wants it back; absent for advertisements in WhatsApp Status. */
  ctwa_clid?: string;
  welcome_message?: { text: string };
}

export interface InboundText extends Inbound<'text'> {
  text: { body: string };
}

export interface InboundImage extends Inbound<'image'> {
  image: InboundMedia;
}

export interface InboundVideo extends Inbound<'video'> {
  video: InboundMedia;
}

export interface InboundAudio extends Inbound<'audio'> {
  audio: InboundVoice;
}

export interface InboundDocument extends Inbound<'document'> {
  document: InboundMedia & { filename?: string };
}

export interface InboundStickerMessage extends Inbound<'sticker'> {
  sticker: InboundSticker;
}

export interface InboundLocation extends Inbound<'location'> {
  location: { latitude: number; longitude: number; name?: string; address?: string; url?: string };
}

export interface InboundContacts extends Inbound<'contacts'> {
  contacts: SharedContact[];
  /** `contact_request` when it answers a request for the customer's own number. */
  origin?: 'contact_request' | 'other';
}

/** An entry of the customer's address book, with what they chose to share of it. */
export interface SharedContact {
  name?: {
    formatted_name: string;
    first_name?: string;
    last_name?: string;
    middle_name?: string;
    prefix?: string;
    suffix?: string;
  };
  phones?: { phone?: string; wa_id?: string; user_id?: string; type?: string }[];
  emails?: { email?: string; type?: string }[];
  addresses?: {
    street?: string;
    city?: string;
    state?: string;
    zip?: string;
    country?: string;
    country_code?: string;
    type?: string;
  }[];
  org?: { company?: string; department?: string; title?: string };
  urls?: { url?: string; type?: string }[];
  birthday?: string;
  vcard?: string;
}

/** A reaction taken back has no `emoji`, or an empty one. */
export interface InboundReaction extends Inbound<'reaction'> {
  reaction: { message_id: string; emoji?: string };
}

/** A tap on a template's quick reply. `context` may be absent. */
export interface InboundButton extends Inbound<'button'> {
  button: { payload: string; text: string };
}

export interface InboundInteractive extends Inbound<'interactive'> {
  interactive: InteractiveReply;
}

export interface InboundOrder extends Inbound<'order'> {
  order: { catalog_id: string; text?: string; product_items: OrderedItem[] };
}

export interface OrderedItem {
  product_retailer_id: string;
  quantity: number;
  /** In units of the currency, not in its hundredths. */
  item_price: number;
  currency: string;
}

/** The customer has another number, another business-scoped id, or another device. */
export interface InboundSystem extends Inbound<'system'> {
  system: NumberChanged | UserIdChanged | IdentityChanged;
  /** With `customer_identity_changed` alone. */
  identity?: { acknowledged: boolean; created_timestamp: string; hash: string };
}

export interface NumberChanged {
  type: 'user_changed_number';
  body: string;
  wa_id?: string;
  user_id?: string;
  previous_user_id?: string;
  parent_user_id?: string;
  previous_parent_user_id?: string;
}

export interface UserIdChanged {
  type: 'user_changed_user_id';
  body: string;
  user_id: string;
  previous_user_id: string;
  parent_user_id?: string;
  previous_parent_user_id?: string;
}

export interface IdentityChanged {
  type: 'customer_identity_changed';
  body: string;
}

/** Always with `errors`: what it was cannot be shown through the API. */
export interface InboundUnsupported extends Inbound<'unsupported'> {
  errors: WebhookError[];
  unsupported?: { type: string };
}

/** Only on numbers that are in the WhatsApp Business app too; elsewhere an edit comes as `unsupported`. */
export interface InboundEdit extends Inbound<'edit'> {
  edit: Edit;
}

export interface Edit {
  original_message_id: string;
  message: EditedContent;
}

/** The message as it stands now: text, or media whose caption was changed. */
export type EditedContent = { context?: { id: string } } & (
  | { type: 'text'; text: { body: string } }
  | { type: 'image'; image: InboundMedia }
  | { type: 'video'; video: InboundMedia }
  | { type: 'document'; document: InboundMedia & { filename?: string } }
);

/** Only on numbers that are in the WhatsApp Business app too. */
export interface InboundRevoke extends Inbound<'revoke'> {
  revoke: Revoke;
}

export interface Revoke {
  original_message_id: string;
}

export type InboundWelcomeRequest = Inbound<'request_welcome'>;
