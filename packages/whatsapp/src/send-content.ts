export interface OutgoingText {
  body: string;
  preview_url?: boolean;
}

/** An uploaded file, or an address that WhatsApp fetches; exactly one of the two. */
export type OutgoingFile = { id: string; link?: undefined } | { link: string; id?: undefined };

export interface OutgoingLocation {
  latitude: number;
  longitude: number;
  name?: string;
  address?: string;
}

export interface OutgoingReaction {
  message_id: string;
  /** Empty: takes the reaction back. */
  emoji: string;
}

/** In groups only. */
export type OutgoingPin =
  | { type: 'pin'; message_id: string; expiration_days: number }
  | { type: 'unpin'; message_id: string };

export interface OutgoingContact {
  name: ContactName;
  /** `YYYY-MM-DD`. */
  birthday?: string;
  phones?: { phone: string; type?: string; wa_id?: string }[];
  emails?: { email: string; type?: string }[];
  urls?: { url: string; type?: string }[];
  addresses?: ContactAddress[];
  org?: { company?: string; department?: string; title?: string };
}

/** Next to `formatted_name` at least one other part has to be there. */
export interface ContactName {
  formatted_name: string;
  first_name?: string;
  last_name?: string;
  middle_name?: string;
  prefix?: string;
  suffix?: string;
}

export interface ContactAddress {
  street?: string;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
  country_code?: string;
  type?: string;
}
