/** What to do about an error, whatever was asked (the retry classes of Trikon's table of Meta's codes). */
export type ErrorClass =
  /** The same again later may succeed. */
  | 'retry'
  /** The same again once everything in the scope has slowed down. */
  | 'throttle'
  /** The same again cannot succeed. */
  | 'never'
  /** Something must be changed first: the message, the template, a setting. */
  | 'fix'
  /** Stop for this customer, as far as the scope goes. */
  | 'suppress'
  /** Stop everything in the scope and tell a person. */
  | 'pause'
  /** Nothing was refused: it tells of something that happened. */
  | 'notice';

/** What slows down, stops or is left out. */
export type ErrorScope =
  | 'app'
  | 'token'
  | 'account'
  | 'number'
  | 'campaign'
  | 'flow'
  | 'group'
  /** One number and one customer. */
  | 'pair'
  | 'customer'
  /** Marketing messages to one customer. */
  | 'marketing'
  /** Customers of one country. */
  | 'country'
  | 'calls';

/** Who can change it: the author of what was sent, who looks after the account at Meta, who runs the program. */
export type Actor = 'nobody' | 'author' | 'admin' | 'operator' | 'customer';

/** The nth wait is `first` × `growth`ⁿ seconds, at most `longest`. */
export interface RetryRule {
  first: number;
  growth: number;
  longest: number;
  /** Retries before giving up; without it until the message is of no use any more, or a day. */
  most?: number;
  /** Meta says how long, in the error's details or in the usage headers; what it says counts if it is longer. */
  isTold?: true;
}

/** A second step: `alert` tells a person without stopping anything. */
export interface FollowUp {
  class: ErrorClass | 'alert';
  scope?: ErrorScope;
  /** After how many errors of this kind in a row. Absent: at once, beside the first step. */
  after?: number;
}

export interface ErrorRule {
  class: ErrorClass;
  scope?: ErrorScope;
  retry?: RetryRule;
  followUp?: FollowUp;
  actor: Actor;
  /** As an answer to a call it does not say that nothing was done: a message may be on its way. */
  isDoubtful?: true;
  /** Not to be counted among failures: nobody did anything wrong. */
  isHarmless?: true;
  /** Said by Meta not to be charged. */
  isUnbilled?: true;
  words: Words;
}

export type Language = 'en' | 'hi';

/** For a person: what happened, and what to do next. */
type Words = Record<Language, Sentences>;

interface Sentences {
  happened: string;
  next: string;
}

/** A line of the table, which names its words. */
export type RuleLine<Says extends string> = Omit<ErrorRule, 'words'> & { says: Says };

/** What happened, and what to do next. */
export type WordTable<Says extends string> = Record<Says, readonly [happened: string, next: string]>;

export interface WordTables<Says extends string> {
  english: WordTable<Says>;
  hindi: WordTable<Says>;
}

export function readRule<Says extends string>(
  { says, ...rule }: RuleLine<Says>,
  { english, hindi }: WordTables<Says>,
): ErrorRule {
  return { ...rule, words: { en: sentences(english[says]), hi: sentences(hindi[says]) } };
}

function sentences([happened, next]: readonly [string, string]): Sentences {
  return { happened, next };
}
