import { useQuery } from '@tanstack/react-query';
import { numbersQuery } from '../../../data/numbers.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { useT } from '../../../i18n/use-t.ts';
import { today } from '../../../ui/dates/day.ts';
import { monthOf } from '../month/month.ts';
import { monthQuery } from '../month/month-query.ts';
import { useCostWords } from '../use-cost-words.ts';
import type { Budget } from './budgets-query.ts';
import { budgetMessages } from './messages.ts';

/** What a budget is for, as one word: `workspace`, `number:…`, `origin:…`, `source:…`. */
export const scopeKey = ({ scope, scopeId }: Pick<Budget, 'scope' | 'scopeId'>): string =>
  scopeId === null ? scope : `${scope}:${scopeId}`;

export function scopeOf(key: string): Pick<Budget, 'scope' | 'scopeId'> {
  const [scope = 'workspace', ...rest] = key.split(':');
  return { scope: scope as Budget['scope'], scopeId: rest.length === 0 ? null : rest.join(':') };
}

const origins = ['campaign', 'flow', 'agent', 'api'] as const;

interface Scopes {
  /** With what a budget is for already, though it may have no name any more. */
  choicesFor: (budget: Budget | undefined) => { value: string; label: string }[];
  nameOf: (scope: Pick<Budget, 'scope' | 'scopeId'>) => string;
}

/** Everything that a budget may be for, by the names that people know. */
export function useScopes(): Scopes {
  const t = useT(budgetMessages);
  const say = useCostWords();
  const { zone } = useLocale();
  const enabled = useAllows()('numbers.read');
  const { data: connected } = useQuery({ ...numbersQuery, enabled });
  const { data: month } = useQuery(monthQuery(monthOf(today(zone))));
  const names = new Map<string, string>([
    ['workspace', t('everything')],
    ...origins.map((one) => [`origin:${one}`, t('ofOrigin', { name: say('origin', one) })] as const),
    ...(connected?.numbers ?? []).map(
      ({ numberId, name, phone }) =>
        [`number:${numberId}`, t('ofNumber', { name: [name, phoneText(phone)].join(' ').trim() })] as const,
    ),
    ...(month?.sources ?? []).flatMap(({ key, name }) =>
      key === null ? [] : [[`source:${key}`, t('ofCampaign', { name: name ?? key })] as const],
    ),
  ]);
  const nameOf: Scopes['nameOf'] = (scope) => {
    const name = scope.scopeId ?? '';
    return names.get(scopeKey(scope)) ?? t(scope.scope === 'origin' ? 'ofOrigin' : 'ofCampaign', { name });
  };
  return {
    nameOf,
    choicesFor: (budget) => {
      const all = budget ? new Map([...names, [scopeKey(budget), nameOf(budget)]]) : names;
      return [...all].map(([value, label]) => ({ value, label }));
    },
  };
}
