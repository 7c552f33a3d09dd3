import { orderedRules, type GateParts } from './ordered-rules.ts';

/** How a claim names what the rules read. */
export interface ClaimNames {
  /** An expression of the present moment, such as `$2::timestamptz`. */
  now: string;
  /** The alias of the contact to address, when it is not c. */
  contact?: string;
}

const nothingAdded: GateParts = { holdouts: [] };

/**
 * What may have changed since a message was queued: SQL that yields the name of the rule that stops it now, or null.
 * Expects outbox o, contacts c and, each joined to nothing or one row: consent_states s, the row of templates t that the
 * message uses, conversations v.
 */
export function claimConditions({ now, contact = 'c' }: ClaimNames): string {
  const category = `case o.class when 'otp' then 'authentication' when 'reply' then 'service' else o.class end`;
  const words = { at: now, contact, category: `(${category})`, purpose: 'o.purpose' };
  const cases = orderedRules(nothingAdded).flatMap(({ name, again }) =>
    again === undefined ? [] : [`when ${again.applies} and ${again.stops(words)} then '${name}'`],
  );
  return `case ${cases.join('\n')} end`;
}
