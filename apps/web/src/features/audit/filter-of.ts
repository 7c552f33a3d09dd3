import { addDays, today } from '../../ui/dates/day.ts';
import { choiceFromText, choiceRange } from '../../ui/dates/presets.ts';
import { usualDays, type AuditSearch } from './search.ts';
import type { SignInFilter } from './sign-ins-query.ts';
import { zonedInstant } from '../../i18n/zoned-instant.ts';

/** What the address asks for, as the API is asked: whole days on the workspace's clock. */
export function filterOf({ person, outcome, days }: AuditSearch, zone: string): SignInFilter {
  const range = choiceRange(choiceFromText(days, usualDays), today(zone));
  return {
    ...(person ? { userId: person } : {}),
    ...(outcome ? { outcome } : {}),
    from: zonedInstant(range.from, zone),
    to: zonedInstant(addDays(range.to, 1), zone),
  };
}
