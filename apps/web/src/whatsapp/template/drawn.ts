import type { FilledText } from '../format/filled-text.ts';

/** A template message as it is drawn: words filled in, labels decided, nothing of Meta’s JSON left. */
export interface DrawnMessage extends DrawnPart {
  /** Of the customer’s phone, so far as one can know: the template’s own. */
  language: string;
  offer: DrawnOffer | null;
  footer: string | null;
  cards: DrawnPart[];
  /** Asks whether the business may call. */
  asksToCall: boolean;
  /** WhatsApp folds marketing after five lines, other words after some 768 characters. */
  foldsEarly: boolean;
}

export interface DrawnPart {
  /** Where it stands in the message: `card.0`. */
  place: string;
  header: DrawnHeader | null;
  body: FilledText | null;
  buttons: DrawnButton[];
}

interface DrawnOffer {
  text: string;
  expires: boolean;
  code: string | null;
}

export type DrawnHeader =
  | { kind: 'text'; text: FilledText }
  | { kind: 'image' | 'video' | 'gif' | 'document'; file: DrawnFile | null }
  | { kind: 'location' }
  | { kind: 'product' };

/** The sample of a header. */
export interface DrawnFile {
  /** A picture to show: of a video its first moment, of a document its first page. */
  pictureUrl: string | null;
  fileName: string | null;
  size: number | null;
  pages: number | null;
  altText: string | null;
}

export type ButtonKind =
  | 'reply'
  | 'link'
  | 'phone'
  | 'copy'
  | 'flow'
  | 'catalog'
  | 'products'
  | 'call'
  | 'order'
  | 'contact';

export interface DrawnButton {
  /** `button.0`. */
  place: string;
  kind: ButtonKind;
  label: string;
  /** Where it leads, as far as that can be said: an address, a number, a code. */
  leads: string | null;
}
