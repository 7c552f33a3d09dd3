/** Notices about a business, its account and its numbers that carry no `event` of the account itself. */
export interface AccountAlert {
  entity_type: 'BUSINESS' | 'PHONE_NUMBER' | 'CURRENT_STATUS_ID';
  entity_id: string;
  alert_info: {
    alert_severity: 'CRITICAL' | 'WARNING' | 'INFORMATIONAL';
    alert_status: string;
    alert_type: AccountAlertType;
    alert_description: string;
  };
}

export type AccountAlertType =
  | 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED'
  | 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED'
  | 'INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO'
  | 'OBA_APPROVED'
  | 'OBA_REJECTED'
  | 'PROFILE_PICTURE_LOST';

export interface AccountReview {
  decision: 'APPROVED' | 'REJECTED' | 'PENDING' | 'DEFERRED';
}

export type LimitTier =
  | 'TIER_50'
  | 'TIER_250'
  | 'TIER_2K'
  | 'TIER_10K'
  | 'TIER_100K'
  | 'TIER_NOT_SET'
  | 'TIER_UNLIMITED';

export interface BusinessCapability {
  /** An integer in one of Meta's samples, where -1 has no limit. */
  max_daily_conversations_per_business: LimitTier | number;
  /** In place of the next one while the limit is 250. */
  max_phone_numbers_per_business?: number;
  max_phone_numbers_per_waba?: number;
}

export interface NumberNameUpdate {
  display_phone_number: string;
  decision: 'APPROVED' | 'DEFERRED' | 'PENDING' | 'REJECTED';
  requested_verified_name: string;
  rejection_reason: NameRejection | null;
}

export type NameRejection =
  | 'NAME_EMPLOYEE_ISSUE'
  | 'NAME_ENDCLIENT_NOTRELATED'
  | 'NAME_FORMAT_UNACCEPTABLE'
  | 'NAME_INDIVIDUAL_ISSUE'
  | 'NAME_NOT_CONSISTENT'
  | 'UNKNOWN';

export interface NumberQualityUpdate {
  display_phone_number: string;
  event: 'ONBOARDING' | 'THROUGHPUT_UPGRADE' | 'UPGRADE' | 'DOWNGRADE' | 'FLAGGED' | 'UNFLAGGED';
  max_daily_conversations_per_business?: LimitTier;
  /** No longer sent since February 2026, like `old_limit`. */
  current_limit?: LimitTier;
  old_limit?: LimitTier;
}

export interface SecurityNotice {
  display_phone_number: string;
  event: 'PIN_CHANGED' | 'PIN_RESET_REQUEST' | 'PIN_REQUEST_SUCCESS';
  /** With requests to reset alone. */
  requester?: string;
}

export interface PaymentConfigurationUpdate {
  configuration_name: string;
  provider_name: 'billdesk' | 'payu' | 'razorpay' | 'zaakpay';
  provider_mid: string;
  status: 'Active' | 'Needs Connecting' | 'Needs Testing';
  created_timestamp: number;
  updated_timestamp: number;
}

export interface PartnerSolutionUpdate {
  event: string;
  solution_id: string;
  solution_status: string;
}

export interface BusinessUsernameUpdate {
  display_phone_number: string;
  /** Absent once deleted. */
  username?: string;
  status: 'approved' | 'reserved' | 'deleted';
}
