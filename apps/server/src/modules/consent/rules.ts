import type { consentPurposes, consentRefusals, messageCategories } from '@trikon/contract';

export type ConsentPurpose = (typeof consentPurposes)[number];
export type MessageCategory = (typeof messageCategories)[number];
export type ConsentRefusal = (typeof consentRefusals)[number];

interface ConsentRule {
  /** The purpose of such messages, unless their sender names another one. */
  purpose: ConsentPurpose | null;
  needs: 'granted' | 'not withdrawn' | 'nothing';
  /** Whether WhatsApp's own preference of the customer stands in the way. */
  heedsStop: boolean;
  /** Whether it waits until somebody made sure who is behind the number. */
  heedsFreeze: boolean;
}

/**
 * What consent asks of each kind of message.
 * - Marketing: Meta's Business Messaging Policy wants an opt-in, and the DPDP Act (s. 6) consent to this purpose.
 * - Utility: about something that they asked for themselves (s. 7(a)), until they object.
 * - Authentication: asked for this moment; but a code may not go to whoever got the number since.
 * - A free answer: they have just written (s. 7(a)). In a freeze it is the only way to ask who is there.
 */
const consentRules: Readonly<Record<MessageCategory, ConsentRule>> = {
  marketing: { purpose: 'promotions', needs: 'granted', heedsStop: true, heedsFreeze: true },
  utility: { purpose: 'orders', needs: 'not withdrawn', heedsStop: false, heedsFreeze: true },
  authentication: { purpose: null, needs: 'nothing', heedsStop: false, heedsFreeze: true },
  service: { purpose: 'service', needs: 'not withdrawn', heedsStop: false, heedsFreeze: false },
};

export interface ConsentState {
  granted: string[];
  /** May hold `*`, which spares what is in `granted`: that came later. */
  withdrawn: string[];
  stoppedAt: Date | null;
  frozenAt: Date | null;
}

/** Why consent does not allow such a message; null when it does. Nobody said anything where there is no state. */
export function consentRefusal(
  state: ConsentState | null,
  category: MessageCategory,
  named: string | null = null,
): ConsentRefusal | null {
  const rule = consentRules[category];
  if (state?.frozenAt && rule.heedsFreeze) return 'consent_frozen';
  if (state?.stoppedAt && rule.heedsStop) return 'consent_stopped';
  const purpose = named ?? rule.purpose;
  if (rule.needs === 'nothing' || purpose === null) return null;
  if (isWithdrawn(state, purpose)) return 'consent_withdrawn';
  return rule.needs === 'granted' && !state?.granted.includes(purpose) ? 'consent_not_granted' : null;
}

export function isWithdrawn(
  state: Pick<ConsentState, 'granted' | 'withdrawn'> | null,
  purpose: string,
): boolean {
  if (state === null) return false;
  return (
    state.withdrawn.includes(purpose) || (state.withdrawn.includes('*') && !state.granted.includes(purpose))
  );
}

interface SqlNames {
  /** The alias of consent_states, which may be joined to nothing. */
  state: string;
  /** Expressions: one of the categories, and the purpose that the sender named or null. */
  category: string;
  purpose: string;
}

/** The same as an SQL expression, for many at once. */
export function consentRefusalSql({ state, category, purpose }: SqlNames): string {
  const named = `coalesce(${purpose}, case ${category} ${purposeCases} end)`;
  const isGranted = `coalesce(${named} = any(${state}.granted), false)`;
  return `case
    when ${state}.frozen_at is not null and ${category} in (${categoriesWhere((rule) => rule.heedsFreeze)}) then 'consent_frozen'
    when ${state}.stopped_at is not null and ${category} in (${categoriesWhere((rule) => rule.heedsStop)}) then 'consent_stopped'
    when ${category} in (${categoriesWhere((rule) => rule.needs !== 'nothing')})
      and (${named} = any(${state}.withdrawn) or '*' = any(${state}.withdrawn) and not ${isGranted}) then 'consent_withdrawn'
    when ${category} in (${categoriesWhere((rule) => rule.needs === 'granted')}) and not ${isGranted} then 'consent_not_granted'
  end`;
}

const rules = Object.entries(consentRules);

const categoriesWhere = (holds: (rule: ConsentRule) => boolean): string =>
  rules
    .filter(([, rule]) => holds(rule))
    .map(([category]) => `'${category}'`)
    .join(', ');

const purposeCases = rules
  .filter(([, { purpose }]) => purpose !== null)
  .map(([category, { purpose }]) => `when '${category}' then '${purpose}'`)
  .join(' ');
