import { isObject, textIn, type Json, type JsonObject } from '@trikon/whatsapp/webhooks';
import { phoneIn, tierOf, type Columns, type News } from './number-news.ts';

type Reader = (value: JsonObject, at: Date) => News[];

const ofAccount = (columns: Columns): News[] => [{ of: 'account', columns }];

/** Of the number that is named, or of the account as a whole. */
const ofEither = (value: JsonObject, columns: Columns): News[] =>
  value.phone_number === undefined
    ? ofAccount(columns)
    : [{ of: 'numbers', phone: phoneIn(value, 'phone_number'), columns }];

/** The fields that tell of an account. */
export const accountReaders: Record<string, Reader> = {
  account_update: (value, at) => accountEvents[textIn(value, 'event') ?? '']?.(value, at) ?? [],
  account_review_update: (value) => {
    const decision = textIn(value, 'decision');
    return decision === undefined ? [] : ofAccount({ review_status: decision });
  },
  account_alerts: (value, at) => {
    const info = isObject(value.alert_info) ? value.alert_info : {};
    const alert = {
      type: textIn(info, 'alert_type') ?? null,
      severity: textIn(info, 'alert_severity') ?? null,
      status: textIn(info, 'alert_status') ?? null,
      description: textIn(info, 'alert_description')?.slice(0, 500) ?? null,
      at: at.toISOString(),
    };
    const phoneNumberId = textIn(value, 'entity_id');
    return textIn(value, 'entity_type') === 'PHONE_NUMBER' && phoneNumberId !== undefined
      ? [{ of: 'numbers', phoneNumberId, columns: { alert } }]
      : ofAccount({ alert });
  },
  business_capability_update: (value) => {
    const limit = tierOf(value.max_daily_conversations_per_business);
    const most = Number(value.max_phone_numbers_per_waba ?? value.max_phone_numbers_per_business);
    return [
      { of: 'numbers', columns: limit === null ? {} : { messaging_limit: limit } },
      ...ofAccount(Number.isSafeInteger(most) ? { max_numbers: most } : {}),
    ];
  },
};

/** The events of `account_update`. What is not here changes nothing that is kept of an account. */
const accountEvents: Record<string, Reader> = {
  ACCOUNT_VIOLATION: (value) => ofEither(value, { violation: violationIn(value) }),
  ACCOUNT_RESTRICTION: (value) => {
    const violation = violationIn(value);
    const restrictions = restrictionsIn(value.restriction_info);
    return ofEither(value, { restrictions, ...(violation !== null && { violation }) });
  },
  DISABLED_UPDATE: ({ ban_info: ban }) => {
    const state = textIn(ban, 'waba_ban_state') ?? null;
    if (state === 'REINSTATE') return ofAccount({ ban_state: null, ban_date: null, restrictions: [] });
    return ofAccount({ ban_state: state, ban_date: textIn(ban, 'waba_ban_date') ?? null });
  },
  ACCOUNT_DELETED: () => ofAccount({ presence: 'ACCOUNT_DELETED' }),
  ACCOUNT_OFFBOARDED: () => ofAccount({ presence: 'ACCOUNT_OFFBOARDED' }),
  ACCOUNT_RECONNECTED: () => ofAccount({ presence: null }),
  PARTNER_REMOVED: (value) =>
    value.phone_number === undefined
      ? ofAccount({ presence: 'PARTNER_REMOVED' })
      : [{ of: 'numbers', phone: phoneIn(value, 'phone_number'), columns: { status: 'DISCONNECTED' } }],
  PARTNER_ADDED: () => ofAccount({ presence: null }),
  BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE: (value) => {
    const country = textIn(value, 'country');
    return country === undefined ? [] : ofAccount({ primary_country: country });
  },
  AUTH_INTL_PRICE_ELIGIBILITY_UPDATE: ({ auth_international_rate_eligibility: rates }) => {
    const startsAt = dayIn(rates, 'start_time');
    if (!isObject(rates) || startsAt === null) return [];
    const listed = Array.isArray(rates.exception_countries) ? rates.exception_countries : [];
    const exceptions = Object.fromEntries(
      listed.flatMap((each) => {
        const [country, day] = [textIn(each, 'country_code'), dayIn(each, 'start_time')];
        return country === undefined || day === null ? [] : [[country, day]];
      }),
    );
    return ofAccount({ international_rates: { startsAt, exceptions } });
  },
  VOLUME_BASED_PRICING_TIER_UPDATE: ({ volume_tier_info: info }) => {
    const [category, region] = [textIn(info, 'pricing_category'), textIn(info, 'region')];
    if (!isObject(info) || category === undefined || region === undefined) return [];
    const tier = { tier: info.tier ?? null, month: info.effective_month ?? null };
    return ofAccount({ [`volume_tiers.${category} ${region}`]: tier });
  },
};

const violationIn = ({ violation_info: info }: JsonObject): string | null =>
  textIn(info, 'violation_type') ?? null;

const restrictionsIn = (told: Json | undefined): Json[] =>
  (Array.isArray(told) ? told : []).filter(isObject).map((each) => ({
    type: textIn(each, 'restriction_type') ?? null,
    until: momentIn(each, 'expiration')?.toISOString() ?? null,
    remedy: textIn(each, 'remediation')?.slice(0, 500) ?? null,
  }));

/** Seconds, as a number or as text. */
function momentIn(value: Json | undefined, name: string): Date | null {
  const seconds = Number(textIn(value, name));
  return seconds > 0 && seconds < 1e11 ? new Date(seconds * 1000) : null;
}

const dayIn = (value: Json | undefined, name: string): string | null =>
  momentIn(value, name)?.toISOString().slice(0, 10) ?? null;
