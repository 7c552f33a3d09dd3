/** A purpose as far as a form offers it. */
export interface PurposeChoice {
  purpose: string;
  /** How it is called, by language. */
  texts: Record<string, { name: string; explanation: string }>;
}
