/** How a phone behaves when nobody holds it. Seconds are the world's. */
export interface Habits {
  /** Within how many seconds a message arrives, while the phone is online. */
  deliverSeconds: [number, number];
  /** Which share of what arrives is read by itself, and after how long. */
  readShare: number;
  readSeconds: [number, number];
  /** Which share of what was read is answered, and with what. */
  replyShare: number;
  replySeconds: [number, number];
  replies: string[];
  /** Taps one of a message's buttons instead of writing, in this share of the answers. */
  tapShare: number;
  /** Blocks the business after so many marketing messages; 0 never does. */
  blockAfterPromotions: number;
  /** Stops its offers and announcements after so many; 0 never does. */
  stopAfterPromotions: number;
}

/** A customer of WhatsApp with a phone of their own. Whoever is not in the world is one of the crowd. */
export interface Person {
  /** The phone number in E.164 without the plus sign, which is also the WhatsApp id. */
  id: string;
  name: string;
  language: 'en' | 'hi';
  city?: string;
  username?: string;
  /** Whether businesses see only the user id. */
  hidesNumber: boolean;
  /** Grows when the user ids change, so that new ones are another person's to every business. */
  generation: number;
  identityHash: string;
  hasWhatsApp: boolean;
  online: boolean;
  receipts: boolean;
  /** By itself as its habits are, when somebody opens the chat, or not at all. */
  reading: 'fast' | 'opened' | 'never';
  /** Cannot show address messages and other newer kinds. */
  oldClient: boolean;
  /** Numbers of businesses that this person blocked. */
  blocked: string[];
  /** Numbers of businesses whose offers and announcements this person stopped. */
  stopped: string[];
  habits: Habits;
  createdAt: number;
}
