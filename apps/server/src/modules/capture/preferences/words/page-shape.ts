/** What the page says; in English where somebody's language is not among these. */
export interface PageWords {
  title: string;
  about: string;
  save: string;
  stopAll: string;
  saved: string;
  nothingChanged: string;
  answers: string;
  /** WhatsApp's own preference, which no page of ours can change. */
  stoppedTitle: string;
  stopped: string;
  cannotAgree: string;
  tooOld: string;
  tooOldAbout: string;
  promotions: { name: string; explanation: string };
  orders: { name: string; explanation: string };
}
