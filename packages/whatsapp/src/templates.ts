/** Message templates as they cross the wire (Meta, 'Template management', 'Components', 'Template messages'). */
export type TemplateCategory = 'AUTHENTICATION' | 'MARKETING' | 'UTILITY';
export type ParameterFormat = 'NAMED' | 'POSITIONAL';
export type TemplateQualityScore = 'GREEN' | 'YELLOW' | 'RED' | 'UNKNOWN';

export type TemplateStatus =
  | 'APPROVED'
  | 'ARCHIVED'
  | 'DELETED'
  | 'DISABLED'
  | 'FLAGGED'
  | 'IN_APPEAL'
  | 'LIMIT_EXCEEDED'
  | 'LOCKED'
  | 'PAUSED'
  | 'PENDING'
  | 'PENDING_DELETION'
  | 'REINSTATED'
  | 'REJECTED'
  | 'UNARCHIVED';

export type TemplateRejectionReason =
  | 'ABUSIVE_CONTENT'
  | 'CATEGORY_NOT_AVAILABLE'
  | 'INCORRECT_CATEGORY'
  | 'INVALID_FORMAT'
  | 'NONE'
  | 'PROMOTIONAL'
  | 'SCAM'
  | 'TAG_CONTENT_MISMATCH';

/** A template as `GET /{TEMPLATE_ID}` shows it. */
export interface TemplateNode {
  id: string;
  name: string;
  language: string;
  status: TemplateStatus;
  category: TemplateCategory;
  previous_category?: TemplateCategory;
  correct_category?: TemplateCategory;
  sub_category?: string;
  parameter_format: ParameterFormat;
  components: TemplateComponent[];
  quality_score: { score: TemplateQualityScore; date: number };
  rejected_reason: TemplateRejectionReason;
  message_send_ttl_seconds?: number;
  cta_url_link_tracking_opted_out?: boolean;
  display_format?: string;
  library_template_name?: string;
  degrees_of_freedom_spec?: DegreesOfFreedom;
}

export interface DegreesOfFreedom {
  creative_features_spec: Record<string, { enroll_status: 'OPT_IN' | 'OPT_OUT' }>;
}

export interface NamedExample {
  param_name: string;
  example: string;
}

export type TemplateComponent =
  | TemplateHeader
  | TemplateBody
  | TemplateFooter
  | TemplateButtons
  | TemplateCarousel
  | TemplateLimitedTimeOffer
  | { type: 'CALL_PERMISSION_REQUEST' };

export type MediaFormat = 'DOCUMENT' | 'GIF' | 'IMAGE' | 'VIDEO';

export type TemplateHeader =
  | {
      type: 'HEADER';
      format: 'TEXT';
      text: string;
      example?: { header_text: string[] } | { header_text_named_params: NamedExample[] };
    }
  | { type: 'HEADER'; format: MediaFormat; example: { header_handle: string[] } }
  | { type: 'HEADER'; format: 'LOCATION' | 'PRODUCT' };

export interface TemplateBody {
  type: 'BODY';
  text: string;
  example?: { body_text: string[][] } | { body_text_named_params: NamedExample[] };
  add_security_recommendation?: boolean;
}

export interface TemplateFooter {
  type: 'FOOTER';
  text: string;
  code_expiration_minutes?: number;
}

export interface TemplateButtons {
  type: 'BUTTONS';
  buttons: TemplateButton[];
}

export interface TemplateCarousel {
  type: 'CAROUSEL';
  cards: TemplateCard[];
}

export interface TemplateCard {
  components: (TemplateHeader | TemplateBody | TemplateButtons)[];
}

export interface TemplateLimitedTimeOffer {
  type: 'LIMITED_TIME_OFFER';
  limited_time_offer: { text: string; has_expiration: boolean };
}

export interface SupportedApp {
  package_name: string;
  signature_hash: string;
}

export interface OtpButton {
  type: 'OTP';
  otp_type: 'COPY_CODE' | 'ONE_TAP' | 'ZERO_TAP';
  text: string;
  autofill_text?: string;
  zero_tap_terms_accepted?: boolean;
  supported_apps?: SupportedApp[];
}

export interface FlowButton {
  type: 'FLOW';
  text: string;
  flow_id?: string;
  flow_name?: string;
  flow_json?: string;
  flow_action: 'data_exchange' | 'navigate';
  navigate_screen?: string;
  icon?: string;
}

export type TemplateButton =
  | { type: 'QUICK_REPLY'; text: string }
  | { type: 'URL'; text: string; url: string; example?: string[]; payment_link_preview?: boolean }
  | { type: 'PHONE_NUMBER'; text: string; phone_number: string }
  | { type: 'COPY_CODE'; text: string; example: string[] }
  | OtpButton
  | FlowButton
  | { type: 'VOICE_CALL'; text: string; ttl_minutes?: number }
  | { type: 'CATALOG' | 'MPM' | 'ORDER_DETAILS' | 'REQUEST_CONTACT_INFO' | 'SPM'; text: string };

/** The `template` object of a message. */
export interface SendTemplate {
  name: string;
  /** Older clients still send it, and nobody reads it. */
  namespace?: string;
  language: { code: string; policy?: 'deterministic' };
  components?: SendComponent[];
}

export type SendComponent =
  | { type: 'header' | 'body' | 'limited_time_offer' | 'order_status'; parameters: SendParameter[] }
  | { type: 'button'; sub_type: string; index?: string | number; parameters?: SendParameter[] }
  | { type: 'carousel'; cards: { card_index: number; components: SendComponent[] }[] };

export interface SendMedia {
  id?: string;
  link?: string;
  filename?: string;
}

export interface SendLocation {
  latitude: number | string;
  longitude: number | string;
  name?: string;
  address?: string;
}

export interface SendProduct {
  product_retailer_id: string;
  catalog_id?: string;
}

export type SendParameter =
  | { type: 'text'; text: string; parameter_name?: string }
  | { type: 'currency'; currency: { fallback_value: string; code: string; amount_1000: number } }
  | { type: 'date_time'; date_time: { fallback_value: string } }
  | { type: 'group_id'; group_id: string }
  | { type: 'image'; image: SendMedia }
  | { type: 'video'; video: SendMedia }
  | { type: 'document'; document: SendMedia }
  | { type: 'gif'; gif: SendMedia }
  | { type: 'location'; location: SendLocation }
  | { type: 'product'; product: SendProduct }
  | { type: 'payload'; payload: string }
  | { type: 'coupon_code'; coupon_code: string }
  | { type: 'ttl_minutes'; ttl_minutes: number }
  | { type: 'action'; action: Record<string, unknown> }
  | { type: 'limited_time_offer'; limited_time_offer: { expiration_time_ms: number } }
  | { type: 'order_status'; order_status: Record<string, unknown> };

export type LibraryParameterType =
  | 'ADDRESS'
  | 'AMOUNT'
  | 'DATE'
  | 'EMAIL'
  | 'NUMBER'
  | 'PHONE NUMBER'
  | 'TEXT';

/** A ready-made template of `GET /message_template_library`. */
export interface LibraryTemplate {
  id: string;
  name: string;
  language: string;
  category: TemplateCategory;
  topic: string;
  usecase: string;
  industry: string[];
  header?: string;
  body: string;
  body_params?: string[];
  body_param_types?: LibraryParameterType[];
  buttons?: {
    type: 'PHONE_NUMBER' | 'QUICK_REPLY' | 'URL';
    text: string;
    url?: string;
    phone_number?: string;
  }[];
}
