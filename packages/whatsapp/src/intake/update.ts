import type { CallEvent, CallStatus } from '../calls.ts';
import type {
  AppContactChange,
  HistoryChunk,
  HistoryMessage,
  HistoryRefusal,
  MessageEcho,
} from '../coexistence.ts';
import type { FlowEvent } from '../flow-events.ts';
import type { GroupLifecycle, GroupParticipants, GroupSettings, GroupStatus } from '../groups.ts';
import type { Handover, StandbyEcho } from '../handovers.ts';
import type { InboundMessage } from '../inbound.ts';
import type { WebhookContact, WebhookError } from '../parties.ts';
import type { MessageStatus, PaymentStatus, StatusUpdate, UserAction } from '../statuses.ts';
import type { AutomaticEvent, UserIdUpdate, UserPreference } from '../users.ts';
import type { WebhookValues } from '../webhooks.ts';
import type { Json, JsonObject } from '../json/lossless-json.ts';

/** What is documented for each kind of update. */
interface Documented {
  message: InboundMessage;
  status: MessageStatus;
  payment: PaymentStatus;
  /** Of a number as a whole, without a message. */
  'number-error': WebhookError;
  click: UserAction;
  echo: MessageEcho;
  call: CallEvent;
  'call-status': CallStatus;
  preference: UserPreference;
  identity: UserIdUpdate;
  conversion: AutomaticEvent;
  group: GroupLifecycle | GroupParticipants | GroupSettings | GroupStatus;
  'phone-contact': AppContactChange;
  history: HistoryChunk | HistoryRefusal;
  'history-file': HistoryMessage | MessageEcho;
  'standby-message': InboundMessage;
  'standby-echo': StandbyEcho;
  'standby-status': StatusUpdate;
  handover: Handover;
  flow: FlowEvent;
  template: WebhookValues[TemplateField];
  account: WebhookValues[AccountField];
  number: WebhookValues[NumberField];
}

type TemplateField = Extract<keyof WebhookValues, `${string}template_${string}`>;
type AccountField =
  | Extract<keyof WebhookValues, `account_${string}`>
  | 'business_capability_update'
  | 'partner_solutions'
  | 'payment_configuration_update';
type NumberField =
  | Extract<keyof WebhookValues, `phone_number_${string}` | `business_username_${string}`>
  | 'security';

export type UpdateKind = keyof Documented | 'unknown';

/** One thing that Meta tells, told apart by `kind`. */
export type Update = { [Kind in UpdateKind]: UpdateOf<Kind> }[UpdateKind];

export interface UpdateOf<Kind extends UpdateKind> extends UpdateFacts {
  kind: Kind;
  /** What came, whole, with whatever Meta adds to it. Nothing is sure to be there. */
  value: Kind extends keyof Documented ? Tolerant<Documented[Kind]> : Json;
}

export interface UpdateFacts {
  /** The same for the same update whenever it comes again, and for no other. */
  key: string;
  field: string;
  /** The account; the portfolio for news of partners. Empty if it was not said. */
  wabaId: string;
  phoneNumberId?: string;
  /** When it happened, in milliseconds, if that was said. */
  at?: number;
  /** The customer whom it is about, if the value came with customers. */
  contact?: Tolerant<WebhookContact>;
  /** What else stood beside the list that this was an item of. */
  beside?: JsonObject;
}

/** As documented, but with nothing sure to be there: Meta leaves out, and fixtures of today are not those of tomorrow. */
export type Tolerant<Value> = Value extends readonly (infer Item)[]
  ? Tolerant<Item>[]
  : Value extends object
    ? { [Name in keyof Value]?: Tolerant<Value[Name]> }
    : Value;
