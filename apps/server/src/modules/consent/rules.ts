import type { consentPurposes, consentRefusals, messageCategories } from '@trikon/contract';

export type BasePurpose = (typeof consentPurposes)[number];
/** A built-in purpose, or a part of one that is the workspace's own: what is taken back of the whole ends the part too. */
export type ConsentPurpose = BasePurpose | `${BasePurpose}.${string}`;
export type MessageCategory = (typeof messageCategories)[number];
export type ConsentRefusal = (typeof consentRefusals)[number];

interface ConsentRule {
  /** The purpose of such messages, unless their sender names another one. */
  purpose: BasePurpose | null;
  /** Within which purposes a sender may name another one; null for any. */
  within: readonly BasePurpose[] | null;
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
  marketing: {
    purpose: 'promotions',
    within: ['promotions'],
    needs: 'granted',
    heedsStop: true,
    heedsFreeze: true,
  },
  utility: { purpose: 'orders', within: null, needs: 'not withdrawn', heedsStop: false, heedsFreeze: true },
  authentication: { purpose: null, within: [], needs: 'nothing', heedsStop: false, heedsFreeze: true },
  service: {
    purpose: 'service',
    within: null,
    needs: 'not withdrawn',
    heedsStop: false,
    heedsFreeze: false,
  },
};

export interface ConsentState {
  granted: string[];
  /** May hold `*`, or a purpose with parts, which spares what is in `granted`: that came later. */
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
  if (rule.needs !== 'granted') return null;
  return state?.granted.includes(purpose) && isWithin(rule, purpose) ? null : 'consent_not_granted';
}

export const baseOf = (purpose: string): BasePurpose => purpose.split('.', 1)[0] as BasePurpose;

const isWithin = ({ within }: ConsentRule, purpose: string): boolean =>
  within === null || within.includes(baseOf(purpose));

/** What is usually sent for a purpose. */
export function usualCategory(purpose: string): MessageCategory {
  const usual = (Object.keys(consentRules) as MessageCategory[]).find(
    (category) => consentRules[category].purpose === baseOf(purpose),
  );
  if (usual === undefined) throw new RangeError(`There is no purpose ${purpose}.`);
  return usual;
}

/** The kinds of messages that may be sent for a purpose. */
export const categoriesFor = (purpose: string): MessageCategory[] =>
  (Object.keys(consentRules) as MessageCategory[]).filter((each) => isWithin(consentRules[each], purpose));

export function isWithdrawn(
  state: Pick<ConsentState, 'granted' | 'withdrawn'> | null,
  purpose: string,
): boolean {
  if (state === null) return false;
  if (state.withdrawn.includes(purpose)) return true;
  return (
    !state.granted.includes(purpose) &&
    (state.withdrawn.includes('*') || state.withdrawn.includes(baseOf(purpose)))
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
  const base = `split_part(${named}, '.', 1)`;
  const isGranted = `coalesce(${named} = any(${state}.granted), false)`;
  return `case
    when ${state}.frozen_at is not null and ${category} in (${categoriesWhere((rule) => rule.heedsFreeze)}) then 'consent_frozen'
    when ${state}.stopped_at is not null and ${category} in (${categoriesWhere((rule) => rule.heedsStop)}) then 'consent_stopped'
    when ${category} in (${categoriesWhere((rule) => rule.needs !== 'nothing')})
      and (${named} = any(${state}.withdrawn)
        or ('*' = any(${state}.withdrawn) or ${base} = any(${state}.withdrawn)) and not ${isGranted}) then 'consent_withdrawn'
    when ${category} in (${categoriesWhere((rule) => rule.needs === 'granted')})
      and not (${isGranted} and case ${category} ${withinCases(base)} else true end) then 'consent_not_granted'
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

const withinCases = (base: string): string =>
  rules
    .flatMap(([category, { needs, within }]) =>
      needs === 'granted' && within !== null
        ? `when '${category}' then ${base} in (${within.map((each) => `'${each}'`).join(', ')})`
        : [],
    )
    .join(' ');
