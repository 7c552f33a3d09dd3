import type { DateChoice } from '../../ui/dates/presets.ts';
import type { SignIn } from './sign-ins-query.ts';

export type Outcome = SignIn['outcome'];

/** Written out rather than taken from the contract, which would bring all its schemas onto every page. */
export const outcomes = [
  'succeeded',
  'second_factor_required',
  'wrong_password',
  'wrong_code',
] as const satisfies readonly Outcome[];

export interface AuditSearch {
  person?: string;
  outcome?: Outcome;
  /** "last7" or "2026-11-01..2026-11-21". */
  days?: string;
  view?: string;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
export const usualDays: DateChoice = 'last28';

export function readAuditSearch({ person, outcome, days, view }: Record<string, unknown>): AuditSearch {
  const known = outcomes.find((one) => one === outcome);
  return {
    ...(typeof person === 'string' && uuid.test(person) ? { person } : {}),
    ...(known ? { outcome: known } : {}),
    ...(typeof days === 'string' ? { days } : {}),
    ...(typeof view === 'string' ? { view } : {}),
  };
}
