/** What happens to an account, told apart by `event`. */
export type AccountUpdate =
  | AccountViolation
  | AccountRestriction
  | AccountBan
  | AccountPresence
  | InternationalRateEligibility
  | PrimaryLocation
  | VolumeTier
  | PartnerLink
  | PartnerRemoved
  | PartnerApp
  | PartnerCertification
  | MarketingTerms
  | AdAccountLinked;

export interface AccountViolation {
  event: 'ACCOUNT_VIOLATION';
  phone_number?: string;
  violation_info: ViolationInfo;
}

/** The types are an open list: policies, calling quality, abuse of Direct Send. */
export interface ViolationInfo {
  violation_type: string;
  remediation?: string;
}

export interface AccountRestriction {
  event: 'ACCOUNT_RESTRICTION';
  phone_number?: string;
  violation_info?: ViolationInfo;
  restriction_info: Restriction[];
}

export interface Restriction {
  restriction_type: RestrictionType;
  /** Seconds, as a number or as text; absent when it is lifted by hand. */
  expiration?: number | string;
  remediation?: string;
}

export type RestrictionType =
  | 'RESTRICTED_ADD_PHONE_NUMBER_ACTION'
  | 'RESTRICTED_BIZ_INITIATED_MESSAGING'
  | 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING'
  | 'RESTRICTED_UTILITY_TEMPLATES'
  | 'RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES'
  | 'RESTRICTED_BUSINESS_INITIATED_CALLING'
  | 'RESTRICTED_USER_INITIATED_CALLING'
  | 'RESTRICTED_USER_INITIATED_CALLING_CALL_BUTTON_HIDDEN'
  | 'RESTRICTED_BIZ_INITIATED_AND_USER_INITIATED_CALLING';

export interface AccountBan {
  event: 'DISABLED_UPDATE';
  ban_info: {
    waba_ban_state: 'SCHEDULE_FOR_DISABLE' | 'DISABLE' | 'REINSTATE';
    /** In words: `April 17, 2026`. */
    waba_ban_date: string;
  };
}

/** The last two belong to numbers that are in the WhatsApp Business app too, when the owner changes phones. */
export interface AccountPresence {
  event: 'ACCOUNT_DELETED' | 'ACCOUNT_OFFBOARDED' | 'ACCOUNT_RECONNECTED';
}

export interface InternationalRateEligibility {
  event: 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE';
  auth_international_rate_eligibility: {
    start_time: number;
    exception_countries: { country_code: string; start_time: number }[];
  };
}

export interface PrimaryLocation {
  event: 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE';
  country: string;
}

export interface VolumeTier {
  event: 'VOLUME_BASED_PRICING_TIER_UPDATE';
  volume_tier_info: {
    tier_update_time: number;
    pricing_category: 'AUTHENTICATION' | 'UTILITY';
    /** From and to, as `25000001:50000000`. */
    tier: string;
    effective_month: string;
    region: string;
  };
}

export interface AccountOfPartner {
  waba_id: string;
  owner_business_id: string;
  solution_id?: string;
  solution_partner_business_ids?: string[];
}

export interface PartnerLink {
  event: 'PARTNER_ADDED';
  waba_info: AccountOfPartner;
}

/** With `phone_number` in place of `waba_info` when the number leaves, not the account. */
export interface PartnerRemoved {
  event: 'PARTNER_REMOVED';
  waba_info?: AccountOfPartner;
  phone_number?: string;
  disconnection_info?: { reason: DisconnectionReason; initiated_by: 'SYSTEM' | 'USER' };
}

export type DisconnectionReason =
  | 'ACCOUNT_DISCONNECTED'
  | 'BUSINESS_DOWNGRADE'
  | 'CHANGE_NUMBER'
  | 'COMPANION_INACTIVITY'
  | 'PRIMARY_INACTIVITY'
  | 'USER_RE_REGISTERED';

export interface PartnerApp {
  event: 'PARTNER_APP_INSTALLED' | 'PARTNER_APP_UNINSTALLED';
  waba_info: AccountOfPartner & { partner_app_id: string };
}

export interface PartnerCertification {
  event: 'PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE';
  partner_client_certification_info: {
    client_business_id: string;
    status: string;
    rejection_reasons: string[];
  };
}

export interface MarketingTerms {
  event: 'MM_LITE_TERMS_SIGNED';
  waba_info: AccountOfPartner;
}

export interface AdAccountLinked {
  event: 'AD_ACCOUNT_LINKED';
  waba_info: AccountOfPartner & { ad_account_linked: string };
}

export interface AccountSettingsChange {
  messaging_product: 'whatsapp';
  timestamp: string;
  type: 'PHONE_NUMBER_SETTINGS';
  phone_number_settings: { phone_number_id: string; calling?: ChangedCalling };
}

export interface ChangedCalling {
  status?: 'ENABLED' | 'DISABLED';
  call_icon_visibility?: 'DEFAULT' | 'DISABLE_ALL';
  call_icons?: { restrict_to_user_countries: string[] };
  callback_permission_status?: 'ENABLED' | 'DISABLED';
  srtp_key_exchange_protocol?: 'DTLS' | 'SDES';
  call_hours?: {
    status: 'ENABLED' | 'DISABLED';
    timezone_id: string;
    weekly_operating_hours: { day_of_week: string; open_time: string; close_time: string }[];
    holiday_schedule?: { date: string; start_time: string; end_time: string }[];
  };
  sip?: { status: 'ENABLED' | 'DISABLED'; servers?: { hostname: string; port: number }[] };
}
