/** What a form, a page and a question in the chat say beside the notice. `{brand}` and `{code}` are filled in. */
export interface CaptureWords {
  /** What a title is when nobody wrote another. */
  title: string;
  phone: string;
  agree: string;
  close: string;
  stopAnyTime: string;
  terms: string;
  thanksTitle: string;
  thanksText: string;
  confirmTitle: string;
  confirmText: string;
  openWhatsApp: string;
  chooseOne: string;
  badPhone: string;
  tooOld: string;
  sentAlready: string;
  tooOften: string;
  closed: string;
  failed: string;
  /** What people send who come by a code, an ad or a link. */
  hello: string;
  /** What they send to confirm what they asked for on a website. */
  yesIAgree: string;
  /** Under the notice, in the chat. */
  question: string;
  yes: string;
  no: string;
  /** In the chat, above what they agreed to. */
  agreedTo: string;
  /** Before the link to where they choose. */
  chooseHere: string;
  /** What leads to the chat in which that link is asked for, and the words by which it is. */
  changeChoices: string;
  myChoices: string;
}
