import type { OfNumber } from './parties.ts';

export interface UserPreferencesValue extends OfNumber {
  user_preferences: UserPreference[];
}

export interface UserPreference {
  wa_id?: string;
  user_id?: string;
  parent_user_id?: string;
  category: 'marketing_messages';
  /** After `stop`, marketing messages to this customer fail with 131050. */
  value: 'stop' | 'resume' | 'signup';
  detail: string;
  signup_id?: string;
  /** Seconds, as a number. */
  timestamp: number;
}

export interface UserIdUpdateValue extends OfNumber {
  user_id_update: UserIdUpdate[];
}

export interface UserIdUpdate {
  wa_id?: string;
  detail: string;
  user_id: { previous: string; current: string };
  parent_user_id?: { previous: string; current: string };
  timestamp: number;
}

/** What Meta concludes from conversations that advertisements began. */
export interface AutomaticEventsValue extends OfNumber {
  automatic_events: AutomaticEvent[];
}

export interface AutomaticEvent {
  id: string;
  event_name: 'LeadSubmitted' | 'Purchase';
  timestamp: number;
  ctwa_clid?: string;
  custom_data?: { currency: string; value: number };
}
