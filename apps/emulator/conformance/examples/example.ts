/** What the calls are made with. A call whose ids are not all known is not made. */
export type Ids = Partial<Record<IdName, string>>;

type IdName = (typeof idOfPlaceholder)[keyof typeof idOfPlaceholder] | NamedOtherwise;

/** Not in any path: customers' numbers, messages, calls. */
type NamedOtherwise =
  | 'customer'
  | 'caller'
  | 'message'
  | 'inbound'
  | 'callId'
  | 'joinRequest'
  | 'otherWaba'
  | 'appToken'
  | 'newNumber'
  | 'otherNumber'
  | 'outside'
  | 'paymentConfiguration'
  | 'member'
  | 'otherRequest'
  | 'publicKey'
  | 'verificationCode';

/** The description names one thing in several ways. */
export const idOfPlaceholder = {
  'Application-ID': 'app',
  'Business-ID': 'business',
  'Dataset-ID': 'dataset',
  'Flow-ID': 'flow',
  'Media-ID': 'media',
  'Media-URL': 'mediaUrl',
  'Message-History-ID': 'messageHistory',
  'Migration-Intent-ID': 'migrationIntent',
  'OBO-Mobility-Intent-ID': 'mobilityIntent',
  'Phone-Number-ID': 'number',
  'Pre-Verified-Phone-Number-ID': 'preverifiedNumber',
  'QR-Code-ID': 'code',
  'Solution-ID': 'solution',
  TEMPLATE_ID: 'template',
  'User-ID': 'user',
  'WABA-Bot-ID': 'bot',
  'WABA-ID': 'waba',
  'WhatsApp-Account-Number-ID': 'number',
  'WhatsApp-Business-Account-ID': 'waba',
  'WhatsApp-Business-Profile-ID': 'profile',
  group_id: 'group',
} as const;

/** One call, as data: `{number}` in a text stands for the id of that name. */
export interface Example {
  /** As the description names the operation. */
  call: string;
  says: string;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
  form?: Record<string, string | ExampleFile>;
  /** The status that the call should have, where it is not 200. */
  status?: number;
  /** Asks in the app's own name. */
  asApp?: true;
  /** Which other thing the call is about, by the name that its path has. */
  on?: Partial<Record<IdName, IdName>>;
  /** Ids of the answer that later calls need, by the property that holds them. */
  keep?: Partial<Record<IdName, string>>;
}

interface ExampleFile {
  name: string;
  type: string;
  text: string;
}
