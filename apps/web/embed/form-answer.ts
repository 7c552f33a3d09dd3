/** What the server tells of a form, and what it answers to what was sent. */
export interface FormAnswer {
  token: string;
  language: string;
  direction: 'ltr' | 'rtl';
  brand: string;
  look: {
    place: 'modal' | 'inline' | 'checkout';
    trigger: 'delay' | 'exit' | 'click';
    delaySeconds: number;
    restDays: number;
    color: string;
    title: string;
    text: string;
  };
  notice: {
    heading: string;
    body: string;
    agree: string;
    termsUrl: string | null;
    purposes: { purpose: string; name: string; explanation: string }[];
  };
  words: Record<
    | 'phone'
    | 'close'
    | 'stopAnyTime'
    | 'terms'
    | 'openWhatsApp'
    | 'chooseOne'
    | 'badPhone'
    | 'sentAlready'
    | 'tooOften'
    | 'failed',
    string
  >;
}

export interface SentAnswer {
  state: 'accepted' | 'waiting' | 'again';
  why?: 'badPhone' | 'chooseOne' | 'sentAlready' | 'tooOften' | 'failed';
  chatUrl?: string | null;
  words: { title: string; text: string };
}
