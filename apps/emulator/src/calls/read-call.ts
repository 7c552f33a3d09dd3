import { refuse } from '../graph/errors.ts';
import { object, oneOf, optional, pick, text } from '../messages/checks/reading.ts';
import { phone, userId } from '../messages/checks/recipient.ts';
import { refusalOf, wrong } from '../messages/checks/wrong.ts';
import { faultOfSdp } from './sdp.ts';

interface Session {
  sdp_type: 'offer' | 'answer';
  sdp: string;
}

const actions = ['connect', 'pre_accept', 'accept', 'reject', 'terminate'] as const;

interface Given {
  messaging_product: 'whatsapp';
  action: (typeof actions)[number];
  to?: string;
  recipient?: string;
  call_id?: string;
  session?: Session;
  biz_opaque_callback_data?: string;
}

export type CallRequest =
  | { action: 'connect'; to?: string; recipient?: string; opaque?: string }
  | { action: 'pre_accept' | 'accept' | 'reject' | 'terminate'; callId: string };

const body = pick<Given>({
  messaging_product: oneOf('whatsapp'),
  action: oneOf(...actions),
  to: optional(phone),
  recipient: optional(userId),
  call_id: optional(text()),
  session: optional(object<Session>({ sdp_type: oneOf('offer', 'answer'), sdp: text(65_536) })),
  biz_opaque_callback_data: optional(text(512)),
});

/** The body of `POST number/calls`, or a refusal in Graph's words. */
export function readCall(params: Record<string, unknown>): CallRequest {
  try {
    const given = body(params, 0);
    const { action, to, recipient, biz_opaque_callback_data: opaque } = given;
    checkSession(given);
    if (action !== 'connect')
      return { action, callId: given.call_id ?? wrong(131008, 'Parameter call_id is mandatory.') };
    if (to === undefined && recipient === undefined) wrong(131008, 'Parameter to is mandatory.');
    return {
      action,
      ...(to !== undefined && { to }),
      ...(recipient !== undefined && { recipient }),
      ...(opaque !== undefined && { opaque }),
    };
  } catch (error) {
    throw refusalOf(error);
  }
}

const wanted: Partial<Record<Given['action'], Session['sdp_type']>> = {
  connect: 'offer',
  pre_accept: 'answer',
  accept: 'answer',
};

function checkSession({ action, session }: Given): void {
  const type = wanted[action];
  if (type === undefined) return;
  if (!session) refuse(131008, `Parameter session is mandatory for the action ${action}.`);
  if (session.sdp_type !== type)
    refuse(131009, `Param session['sdp_type'] must be ${type} for the action ${action}.`);
  const fault = faultOfSdp(session.sdp);
  if (fault !== null) refuse(131009, `SDP Validation error: ${fault}.`);
}
