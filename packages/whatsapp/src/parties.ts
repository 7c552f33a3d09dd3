/** What a value about one of the business's numbers always carries. */
export interface OfNumber {
  messaging_product: 'whatsapp';
  metadata: NumberMetadata;
  contacts?: WebhookContact[];
}

export interface NumberMetadata {
  /** Digits without a plus. */
  display_phone_number: string;
  phone_number_id: string;
}

/** The customer. A customer with a username whose number is hidden has no `wa_id`. */
export interface WebhookContact {
  profile?: CustomerProfile;
  wa_id?: string;
  /** Business-scoped: the same person has another one in another portfolio. */
  user_id?: string;
  parent_user_id?: string;
  identity_key_hash?: string;
}

export interface CustomerProfile {
  name?: string;
  username?: string;
}

/** An error inside a webhook; the answer to a refused call has another shape. */
export interface WebhookError {
  code: number;
  title?: string;
  message?: string;
  error_data?: { details: string };
  href?: string;
}
