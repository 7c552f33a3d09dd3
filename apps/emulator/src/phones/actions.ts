import type { PickedFile } from '../flows/runtime/files.ts';
import type { EndpointAnswer, EndpointRequest, ErrorNotice } from '../flows/runtime/state.ts';
import type { JsonObject } from '../world/json.ts';
import type { ContactCard, PhoneSettings } from './view.ts';

/** What a person does with a phone: the body of POST /world/phones/:phone/actions. */
export type PhoneAction = MessageAction | AnswerAction | CallAction | ChatAction | ThingAction | OwnerAction;

/** Where a message goes, and what it quotes. */
interface Into {
  chat: string;
  replyTo?: string;
}

interface On {
  chat: string;
  message: string;
}

export type MessageAction =
  /** `product` is the retailer id of a product that the text asks about. */
  | ({ type: 'send-text'; text: string; product?: string } & Into)
  /** `media` is an id that POST /world/media gave. */
  | ({ type: 'send-media'; as: MediaKind; media: string; caption?: string; name?: string } & Into)
  | ({ type: 'send-location'; latitude: number; longitude: number; name?: string; address?: string } & Into)
  | ({ type: 'send-live-location'; latitude: number; longitude: number; minutes: number } & Into)
  | ({ type: 'send-contacts'; contacts: ContactCard[] } & Into)
  | ({ type: 'send-poll'; question: string; options: string[] } & Into)
  /** An empty emoji takes the reaction back. */
  | ({ type: 'react'; emoji: string } & On)
  | ({ type: 'edit'; text: string } & On)
  | ({ type: 'delete'; for: 'everyone' | 'me' } & On)
  | ({ type: 'forward'; to: string[] } & On)
  /** A voice note was listened to. */
  | ({ type: 'play' } & On);

export type MediaKind = 'image' | 'video' | 'voice' | 'audio' | 'document' | 'sticker';

/** What buttons and sheets of a message send. */
export type AnswerAction =
  | ({ type: 'tap-button'; button: string } & On)
  | ({ type: 'choose-row'; row: string } & On)
  /** The page runs the Flow; this carries its question to the endpoint, and the answer comes back as `flow`. */
  | ({ type: 'flow-exchange'; button: string; request: EndpointRequest | ErrorNotice } & On)
  /** A file was picked in the Flow; it comes back as `file`, with its place on the CDN. */
  | ({ type: 'flow-file'; button: string; media: string; name: string } & On)
  | ({ type: 'complete-flow'; button: string; response: JsonObject } & On)
  | ({ type: 'send-address'; values: Record<string, string>; savedAddress?: string } & On)
  | ({ type: 'share-number' } & On)
  | ({ type: 'answer-call-request'; answer: 'accept' | 'reject'; permanent?: boolean } & On)
  | ({ type: 'pay'; outcome: PayOutcome; method: 'upi' | 'card' | 'netbanking' | 'wallet' | 'link' } & On)
  | { type: 'place-order'; chat: string; items: { retailerId: string; quantity: number }[]; text?: string };

export type PayOutcome = 'success' | 'failed' | 'pending' | 'abandoned';

export type CallAction =
  | { type: 'call'; chat: string }
  | { type: 'accept-call' | 'decline-call' | 'end-call'; call: string };

export type ChatAction =
  /** Somebody looks at the chat: what arrived is read, if the phone's reading allows it. */
  | { type: 'open-chat'; chat: string }
  | { type: 'close-chat'; chat: string }
  | { type: 'block' | 'unblock'; chat: string }
  | { type: 'report'; chat: string; reason: ReportReason; block: boolean }
  | { type: 'marketing'; chat: string; value: 'stop' | 'resume' }
  /** In the business' profile, without being asked. */
  | { type: 'allow-calls'; chat: string; value: 'none' | 'temporary' | 'permanent' }
  | { type: 'leave-group'; chat: string }
  | { type: 'save-contact'; chat: string; name: string }
  | { type: 'remove-contact'; chat: string };

export type ReportReason = 'spam' | 'not-signed-up' | 'offensive' | 'fraud' | 'other';

export type ThingAction =
  | { type: 'change-phone'; settings: Partial<PhoneSettings> }
  | { type: 'change-number'; phone: string }
  /** A new device: the identity of the person has to be confirmed again. */
  | { type: 'change-device' }
  /** A wa.me link, a QR code's content, or an invitation to a group. The answer says which chat, and with what text. */
  | { type: 'open-link'; url: string }
  | { type: 'tap-ad'; ad: string };

/** Only in the Business app. */
export type OwnerAction =
  | { type: 'answer-connect'; accept: boolean; shareHistory: boolean }
  | { type: 'disconnect-platform' }
  | { type: 'link-device'; name: string }
  | { type: 'unlink-device'; device: string }
  | { type: 'label'; chat: string; label: string; on: boolean }
  | { type: 'create-group'; name: string };

export interface ActionAnswer {
  /** The message that came of it. */
  message?: string;
  /** The chat that opens. */
  chat?: string;
  /** What waits in the composer, unsent. */
  draft?: string;
  /** What a browser would open. */
  url?: string;
  flow?: EndpointAnswer;
  file?: PickedFile;
}
