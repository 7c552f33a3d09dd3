import type { Thing } from '../world/collection.ts';

/** The steps by the names that Meta gives them in the events of a session (Meta, "Embedded Signup: Implementation"). */
export type Step =
  | 'BUSINESS_ACCOUNT_SELECTION'
  | 'WABA_PHONE_PROFILE_PICKER'
  | 'WHATSAPP_BUSINESS_PROFILE_SETUP'
  | 'PHONE_NUMBER_SETUP'
  | 'PHONE_NUMBER_VERIFICATION'
  | 'PERMISSIONS';

/** An owner's way through Embedded Signup, from the first page to the code. */
export interface Session extends Thing {
  appId: string;
  /** The page that opened the dialog and hears what comes of it. */
  origin?: string;
  /** Where the dialog leads back to when no page waits. */
  redirectUri?: string;
  state?: string;
  /** The number is in the WhatsApp Business app and stays there. */
  businessApp: boolean;
  /** The account may be shared without a number. */
  onlyAccount: boolean;
  /** Only who names a version of session events gets them. */
  eventVersion?: string;
  /** What the opening page knows already. */
  suggested: { businessName?: string; displayName?: string };
  /** The steps so far; the last is the one that is shown. */
  trail: Step[];
  businessId?: string;
  wabaId?: string;
  numberId?: string;
  /** The app on the phone asks its owner, so that no code is needed. */
  asked?: boolean;
  sharesHistory?: boolean;
  /** The code, once all is done. */
  code?: string;
}

export const stepOf = ({ trail }: Session): Step => trail.at(-1) ?? 'BUSINESS_ACCOUNT_SELECTION';

/** What the opening page is told in the end (Meta, "Embedded Signup: Implementation", "Session logging"). */
export function finishEvent({ eventVersion, businessApp, businessId, wabaId, numberId }: Session) {
  if (eventVersion === undefined) return null;
  const version = Number(eventVersion) || 3;
  const type = 'WA_EMBEDDED_SIGNUP';
  // Which number was connected has to be looked up: this event only names the account.
  if (businessApp)
    return { data: { waba_id: wabaId }, type, event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING', version };
  if (numberId === undefined)
    return { data: { waba_id: wabaId, business_id: businessId }, type, event: 'FINISH_ONLY_WABA', version };
  const data = { phone_number_id: numberId, waba_id: wabaId, business_id: businessId };
  return { data, type, event: 'FINISH', version };
}

/** Told when the dialog is left before its end; with the error that was on the page when the owner reports it. */
export function cancelEvents(session: Session, now: number, error?: string) {
  if (session.eventVersion === undefined) return null;
  const version = Number(session.eventVersion) || 3;
  const type = 'WA_EMBEDDED_SIGNUP';
  const left = { data: { current_step: stepOf(session) }, type, event: 'CANCEL', version };
  if (error === undefined) return { left };
  const problem = { error_message: error, session_id: session.id, timestamp: String(Math.floor(now / 1000)) };
  const reported =
    version < 3
      ? { data: { error_message: error }, type, event: 'ERROR', version }
      : { data: problem, type, event: 'CANCEL', version };
  return { left, reported };
}
