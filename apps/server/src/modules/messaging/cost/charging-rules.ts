/** How Meta charges, from a day on in the account's zone. */
export interface ChargingRules {
  from: string;
  /** Utility templates are free while the customer's window is open. */
  utilityFreeInWindow: boolean;
  /** Free-form messages cost nothing. */
  serviceFree: boolean;
  /** Free-form messages that a number may have delivered free of charge in a calendar month. */
  freeServiceMessages: number;
}

/** Newest first. */
const rules: readonly ChargingRules[] = [
  { from: '2026-10-01', utilityFreeInWindow: false, serviceFree: false, freeServiceMessages: 1000 },
  { from: '2025-07-01', utilityFreeInWindow: true, serviceFree: true, freeServiceMessages: 0 },
];

/** Before that Meta charged by conversation; what a message would have cost then is unknown. */
export const rulesOn = (day: string): ChargingRules | undefined => rules.find(({ from }) => from <= day);

/** Countries whose authentication messages cost more when the business is at home elsewhere. */
export const internationalMarkets: readonly string[] = ['EG', 'IN', 'ID', 'MY', 'NG', 'PK', 'SA', 'ZA', 'AE'];
