import type { AccountSettingsChange, AccountUpdate } from './account.ts';
import type {
  AccountAlert,
  AccountReview,
  BusinessCapability,
  BusinessUsernameUpdate,
  NumberNameUpdate,
  NumberQualityUpdate,
  PartnerSolutionUpdate,
  PaymentConfigurationUpdate,
  SecurityNotice,
} from './account-notices.ts';
import type { CallsValue } from './calls.ts';
import type { AppStateSyncValue, HistoryValue, MessageEchoesValue } from './coexistence.ts';
import type { FlowEvent } from './flow-events.ts';
import type { GroupsValue, GroupLifecycle, GroupParticipants, GroupSettings, GroupStatus } from './groups.ts';
import type { ConversationSummary, Handover, StandbyValue } from './handovers.ts';
import type { InboundMessage } from './inbound.ts';
import type { OfNumber, WebhookError } from './parties.ts';
import type { StatusUpdate, UserAction } from './statuses.ts';
import type {
  TemplateCategoryUpdate,
  TemplateComponentsUpdate,
  TemplateCorrectCategory,
  TemplateQualityUpdate,
  TemplateStatusUpdate,
} from './template-updates.ts';
import type { AutomaticEventsValue, UserIdUpdateValue, UserPreferencesValue } from './users.ts';

/** What Meta posts to a callback address. Several entries, changes and messages may share one body. */
export interface WebhookBody {
  object: 'whatsapp_business_account';
  entry: WebhookEntry[];
}

export interface WebhookEntry {
  /** The account; for `partner_solutions` and for partner events of `account_update` the business portfolio. */
  id: string;
  /** Seconds. Absent where the value tells its own time, as in `messages`. */
  time?: number;
  changes: WebhookChange[];
}

/** One change, told apart by its `field`. */
export type WebhookChange = { [Field in WebhookField]: ChangeOf<Field> }[WebhookField];

export interface ChangeOf<Field extends WebhookField> {
  field: Field;
  value: WebhookValues[Field];
}

export type WebhookField = keyof WebhookValues;

/** Fields an app can subscribe to whose bodies Meta has not published. */
export type UnpublishedField =
  | 'business_status_update'
  | 'consumer_profile'
  | 'message_echoes'
  | 'tracking_events';

/** The value that comes with each field. */
export interface WebhookValues {
  messages: MessagesValue;

  message_template_status_update: TemplateStatusUpdate;
  message_template_quality_update: TemplateQualityUpdate;
  message_template_components_update: TemplateComponentsUpdate;
  template_category_update: TemplateCategoryUpdate;
  template_correct_category_detection: TemplateCorrectCategory;

  account_update: AccountUpdate;
  account_alerts: AccountAlert;
  account_review_update: AccountReview;
  account_settings_update: AccountSettingsChange;
  business_capability_update: BusinessCapability;
  phone_number_name_update: NumberNameUpdate;
  phone_number_quality_update: NumberQualityUpdate;
  security: SecurityNotice;
  payment_configuration_update: PaymentConfigurationUpdate;
  partner_solutions: PartnerSolutionUpdate;
  /** Meta's pages write this field in the singular and in the plural. */
  business_username_update: BusinessUsernameUpdate;
  business_username_updates: BusinessUsernameUpdate;

  user_preferences: UserPreferencesValue;
  /** Documented with a body, and as not to be subscribed to: the change itself comes as a `system` message. */
  user_id_update: UserIdUpdateValue;
  automatic_events: AutomaticEventsValue;

  flows: FlowEvent;
  calls: CallsValue;
  group_lifecycle_update: GroupsValue<GroupLifecycle>;
  group_participants_update: GroupsValue<GroupParticipants>;
  group_settings_update: GroupsValue<GroupSettings>;
  group_status_update: GroupsValue<GroupStatus>;

  smb_message_echoes: MessageEchoesValue;
  smb_app_state_sync: AppStateSyncValue;
  history: HistoryValue;

  messaging_handovers: Handover;
  standby: StandbyValue;
}

/** `contacts` is absent with most `system` messages, with failed statuses and with errors of the number itself. */
export interface MessagesValue extends OfNumber {
  messages?: InboundMessage[];
  statuses?: StatusUpdate[];
  errors?: WebhookError[];
  user_actions?: UserAction[];
  conversation_context?: ConversationSummary;
}
