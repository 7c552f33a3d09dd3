import type { OutgoingFile } from './send-content.ts';
import type { OrderDetails, OrderStatusUpdate } from './send-orders.ts';

/** Messages with something to tap (Meta, 'Interactive messages'). */
export type OutgoingInteractive =
  | ButtonMessage
  | ListMessage
  | UrlButtonMessage
  | FlowMessage
  | ProductMessage
  | ProductListMessage
  | CatalogMessage
  | CarouselMessage
  | LocationRequest
  | AddressRequest
  | CallPermissionRequest
  | CallButtonMessage
  | ContactInfoRequest
  | OrderDetailsMessage
  | OrderStatusMessage;

export interface TextPart {
  text: string;
}

export interface TextHeader {
  type: 'text';
  text: string;
  sub_text?: string;
}

export type InteractiveHeader =
  | TextHeader
  | { type: 'image'; image: OutgoingFile }
  | { type: 'video'; video: OutgoingFile }
  | { type: 'document'; document: OutgoingFile & { filename?: string } };

export interface ButtonMessage {
  type: 'button';
  header?: InteractiveHeader;
  body: TextPart;
  footer?: TextPart;
  action: { buttons: { type: 'reply'; reply: Choice }[] };
}

export interface Choice {
  id: string;
  title: string;
}

export interface ListMessage {
  type: 'list';
  header?: TextHeader;
  body: TextPart;
  footer?: TextPart;
  action: { button: string; sections: ListSection[] };
}

export interface ListSection {
  title?: string;
  rows: (Choice & { description?: string })[];
}

export interface UrlButtonMessage {
  type: 'cta_url';
  header?: InteractiveHeader;
  body: TextPart;
  footer?: TextPart;
  action: UrlAction;
}

export interface UrlAction {
  name: 'cta_url';
  parameters: { display_text: string; url: string; payment_link_preview?: boolean };
}

export interface FlowMessage {
  type: 'flow';
  header?: InteractiveHeader;
  body: TextPart;
  footer?: TextPart;
  action: { name: 'flow'; parameters: FlowParameters };
}

export interface FlowParameters {
  flow_message_version: '3';
  /** Exactly one of the two. */
  flow_id?: string;
  flow_name?: string;
  flow_cta: string;
  /** The customer's answer carries it; absent: "unused". */
  flow_token?: string;
  mode?: 'draft' | 'published';
  flow_action?: 'data_exchange' | 'navigate';
  /** Of `navigate` only. */
  flow_action_payload?: { screen?: string; data?: Record<string, unknown> };
}

export interface ProductMessage {
  type: 'product';
  body?: TextPart;
  footer?: TextPart;
  action: ProductReference;
}

export interface ProductReference {
  catalog_id: string;
  product_retailer_id: string;
}

export interface ProductListMessage {
  type: 'product_list';
  header: TextHeader;
  body: TextPart;
  footer?: TextPart;
  action: { catalog_id: string; sections: ProductSection[] };
}

export interface ProductSection {
  title?: string;
  product_items: { product_retailer_id: string }[];
}

export interface CatalogMessage {
  type: 'catalog_message';
  body: TextPart;
  footer?: TextPart;
  action: { name: 'catalog_message'; parameters?: { thumbnail_product_retailer_id?: string } };
}

/** Two to ten cards of one kind, with the same buttons on each. */
export interface CarouselMessage {
  type: 'carousel';
  body: TextPart;
  action: { cards: CarouselCard[] };
}

export type CarouselCard = MediaCard | ProductCard;

export interface MediaCard {
  card_index: number;
  type: 'cta_url';
  header: { type: 'image'; image: { link: string } } | { type: 'video'; video: { link: string } };
  body?: TextPart;
  action: UrlAction | { buttons: { type: 'quick_reply'; quick_reply: Choice }[] };
}

export interface ProductCard {
  card_index: number;
  type: 'product';
  action: ProductReference;
}

export interface LocationRequest {
  type: 'location_request_message';
  body: TextPart;
  footer?: TextPart;
  action: { name: 'send_location' };
}

/** For Indian businesses and customers. */
export interface AddressRequest {
  type: 'address_message';
  header?: InteractiveHeader;
  body: TextPart;
  footer?: TextPart;
  action: { name: 'address_message'; parameters: AddressParameters };
}

export interface AddressParameters {
  country: 'IN';
  values?: PostalAddress;
  saved_addresses?: { id: string; value: PostalAddress }[];
  validation_errors?: PostalAddress;
}

export interface PostalAddress {
  name?: string;
  phone_number?: string;
  in_pin_code?: string;
  house_number?: string;
  floor_number?: string;
  tower_number?: string;
  building_name?: string;
  address?: string;
  landmark_area?: string;
  city?: string;
  state?: string;
}

export interface CallPermissionRequest {
  type: 'call_permission_request';
  body?: TextPart;
  action: { name: 'call_permission_request' };
}

export interface CallButtonMessage {
  type: 'voice_call';
  body: TextPart;
  footer?: TextPart;
  action: { name: 'voice_call'; parameters?: CallButton };
}

export interface CallButton {
  display_text?: string;
  ttl_minutes?: number;
  /** Comes back with the call. */
  payload?: string;
}

/** Asks a customer whose number is hidden for it. */
export interface ContactInfoRequest {
  type: 'request_contact_info';
  body: TextPart;
  footer?: TextPart;
  action: { name: 'request_contact_info' };
}

export interface OrderDetailsMessage {
  type: 'order_details';
  header?: InteractiveHeader;
  body: TextPart;
  footer?: TextPart;
  action: { name: 'review_and_pay'; parameters: OrderDetails };
}

export interface OrderStatusMessage {
  type: 'order_status';
  body: TextPart;
  footer?: TextPart;
  action: { name: 'review_order'; parameters: OrderStatusUpdate };
}
