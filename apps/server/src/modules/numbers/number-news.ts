import { isObject, textIn, type Json, type JsonObject } from '@trikon/whatsapp/webhooks';

/** What a piece of news sets: columns and their new values. */
export type Columns = Record<string, Json>;

/** Whom it concerns: the account, one number by its phone or Meta's id, or all numbers of the account. */
export type News =
  | { of: 'account'; columns: Columns }
  | { of: 'numbers'; phone?: string; phoneNumberId?: string; columns: Columns };

export const phoneIn = (value: JsonObject, name = 'display_phone_number'): string =>
  `+${(textIn(value, name) ?? '').replaceAll(/\D/g, '')}`;

/** A list of Meta's limits that is open: its words are kept, its numbers become the words. */
export function tierOf(told: Json | undefined): string | null {
  if (typeof told === 'string' && !/^-?\d+$/.test(told)) return told;
  const count = Number(told);
  if (told === undefined || !Number.isFinite(count)) return null;
  if (count < 0) return 'TIER_UNLIMITED';
  return count >= 1000 && count % 1000 === 0 ? `TIER_${count / 1000}K` : `TIER_${count}`;
}

type Reader = (value: JsonObject, at: Date) => News[];

/** The fields that tell of a number, and those that tell of all numbers of an account. */
export const numberReaders: Record<string, Reader> = {
  phone_number_quality_update: (value) => {
    const limit = tierOf(value.max_daily_conversations_per_business ?? value.current_limit);
    const columns: Columns = qualityEvents[textIn(value, 'event') ?? ''] ?? {};
    const ofAll: Columns = limit === null ? {} : { messaging_limit: limit };
    // The limit is the portfolio's, so every number of the account has it.
    return [
      { of: 'numbers', phone: phoneIn(value), columns },
      { of: 'numbers', columns: ofAll },
    ];
  },
  phone_number_name_update: (value) => {
    const told = textIn(value, 'decision') ?? '';
    const status = nameStatuses[told] ?? told;
    const name = textIn(value, 'requested_verified_name') ?? null;
    const columns = {
      new_name: name,
      new_name_status: status,
      name_rejection: value.rejection_reason ?? null,
    };
    return [{ of: 'numbers', phone: phoneIn(value), columns }];
  },
  security: (value) => {
    const event = textIn(value, 'event') ?? '';
    const columns = { security: event, ...(event === 'PIN_CHANGED' && { pin_enabled: true }) };
    return [{ of: 'numbers', phone: phoneIn(value), columns }];
  },
  business_username_update: (value) => {
    const status = textIn(value, 'status');
    const username = textIn(value, 'username') ?? null;
    if (status !== 'approved' && status !== 'deleted') return [];
    const columns = { username: status === 'deleted' ? null : username };
    return [{ of: 'numbers', phone: phoneIn(value), columns }];
  },
  business_username_updates: (value, at) => numberReaders.business_username_update!(value, at),
  account_settings_update: ({ phone_number_settings: settings }) => {
    const phoneNumberId = textIn(settings, 'phone_number_id');
    if (!isObject(settings) || phoneNumberId === undefined || !isObject(settings.calling)) return [];
    return [{ of: 'numbers', phoneNumberId, columns: { calling: settings.calling } }];
  },
};

/** The flags are gone since October 2025, and may be told of the time before. */
const qualityEvents: Record<string, Columns> = {
  THROUGHPUT_UPGRADE: { throughput: 'HIGH' },
  FLAGGED: { status: 'FLAGGED' },
  UNFLAGGED: { status: 'CONNECTED' },
};

/** As they are called when the number is read. */
const nameStatuses: Record<string, string> = {
  REJECTED: 'DECLINED',
  DEFERRED: 'PENDING_REVIEW',
  PENDING: 'PENDING_REVIEW',
};
