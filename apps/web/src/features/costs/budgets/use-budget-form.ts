import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { toMicros, toUnits } from '../money.ts';
import { budgetsQuery, type Budget, type BudgetGiven } from './budgets-query.ts';
import { budgetMessages } from './messages.ts';
import { scopeKey, scopeOf } from './use-scopes.ts';
import { percentsText, readPercents } from './warn-percents.ts';

export type BudgetValues = {
  name: string;
  limit: number | null;
  currency: string;
  period: Budget['period'];
  /** As scopeKey writes it. */
  scope: string;
  category: NonNullable<Budget['category']> | 'all';
  warn: string;
  stops: boolean;
};

const usual = (currency: string): BudgetValues => ({
  name: '',
  limit: null,
  currency,
  period: 'month',
  scope: 'workspace',
  category: 'all',
  warn: '80',
  stops: false,
});

const asTyped = (budget: Budget): BudgetValues => ({
  name: budget.name,
  limit: toUnits(budget.limitMicros),
  currency: budget.currency,
  period: budget.period,
  scope: scopeKey(budget),
  category: budget.category ?? 'all',
  warn: percentsText(budget.warnPercents),
  stops: budget.stops,
});

const asGiven = (values: BudgetValues): BudgetGiven => ({
  name: values.name,
  ...scopeOf(values.scope),
  category: values.category === 'all' ? null : values.category,
  period: values.period,
  currency: values.currency,
  limitMicros: toMicros(values.limit ?? 0),
  warnPercents: readPercents(values.warn) ?? [],
  stops: values.stops,
});

/** A new budget, or one that is changed. */
export function useBudgetForm(
  budget: Budget | undefined,
  currency: string,
  onSaved: () => void,
): Form<BudgetValues> {
  const t = useT(budgetMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const form = useForm<BudgetValues>({
    initial: budget ? asTyped(budget) : usual(currency),
    ...(budget ? {} : { draft: 'costs.budget' }),
    check: ({ name, limit, warn }) => ({
      name: name.trim() === '' ? t('nameWrong') : undefined,
      limit: limit !== null && toMicros(limit) >= 1 ? undefined : t('limitWrong'),
      warn: readPercents(warn) === null ? t('warnWrong') : undefined,
    }),
    save: async (values) => {
      try {
        const given = asGiven(values);
        if (budget) await api.budgets.update({ budgetId: budget.budgetId, ...given });
        else await api.budgets.create(given);
        refetchQuery(queryClient, budgetsQuery);
        toast(t('saved', { name: values.name.trim() }), { tone: 'good' });
        form.reset(usual(currency));
        onSaved();
      } catch (error) {
        const { problems: fields, message } = problems.refusal(error);
        const { limitMicros, scopeId, warnPercents, ...rest } = fields;
        return {
          problems: {
            ...rest,
            ...(limitMicros && { limit: limitMicros }),
            ...(scopeId && { scope: scopeId }),
            ...(warnPercents && { warn: warnPercents }),
          },
          message,
        };
      }
    },
  });
  return form;
}
