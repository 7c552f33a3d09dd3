import type { OfNumber, WebhookError } from './parties.ts';

/** `errors` of a call that ended stand beside `calls`, not inside. */
export interface CallsValue extends OfNumber {
  calls?: CallEvent[];
  statuses?: CallStatus[];
  errors?: WebhookError[];
}

export type CallEvent = CallConnect | CallTerminate;

interface OfCall {
  id: string;
  /** A number; absent while the customer's is hidden. */
  from?: string;
  from_user_id?: string;
  from_parent_user_id?: string;
  to?: string;
  to_user_id?: string;
  to_parent_user_id?: string;
  direction: 'USER_INITIATED' | 'BUSINESS_INITIATED';
  /** Seconds, as text. */
  timestamp: string;
  biz_opaque_callback_data?: string;
  /** From the link or the button that the call began with. */
  deeplink_payload?: string;
}

/** An offer when a customer rings, the answer to ours when a customer picks up. */
export interface CallConnect extends OfCall {
  event: 'connect';
  session: { sdp_type: 'offer' | 'answer'; sdp: string };
}

/** Times and `duration`, in seconds, are there only if the two were connected. */
export interface CallTerminate extends OfCall {
  event: 'terminate';
  status: 'COMPLETED' | 'FAILED';
  start_time?: string;
  end_time?: string;
  duration?: number;
}

export interface CallStatus {
  id: string;
  type: 'call';
  status: 'RINGING' | 'ACCEPTED' | 'REJECTED';
  timestamp: string;
  recipient_id?: string;
  recipient_user_id?: string;
  recipient_parent_user_id?: string;
  biz_opaque_callback_data?: string;
}
