/** One voice call between a business number and a customer, while it lasts. */
export interface VoiceCall {
  /** The wacid. */
  id: string;
  numberId: string;
  wabaId: string;
  /** The customer's phone number. */
  person: string;
  direction: 'USER_INITIATED' | 'BUSINESS_INITIATED';
  /** A business' call is on its way until the customer's phone rings. */
  state: 'calling' | 'ringing' | 'connected';
  at: number;
  connectedAt?: number;
  /** Ends the ringing when nobody answers. */
  ringsUntil: number;
  opaque?: string;
  /** The business blocked the customer: it rings where nobody hears it. */
  unheard?: true;
  /** From the button or the link that the customer tapped. */
  payload?: string;
}

export type CallOutcome = 'missed' | 'declined' | 'completed';

/** A call that is over. */
export interface EndedCall extends VoiceCall {
  outcome: CallOutcome;
  seconds: number;
}
