import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { suppressionMessages } from './messages.ts';
import { listsQuery, type SuppressionList } from './queries.ts';

type Given = Parameters<typeof api.suppression.create>[0];

type ListValues = {
  name: string;
  kind: SuppressionList['kind'];
  reason: string;
  categories: readonly string[];
  memberDays: number | null;
  count: number | null;
  days: number | null;
};

const usual: ListValues = {
  name: '',
  kind: 'manual',
  reason: '',
  categories: ['marketing'],
  memberDays: null,
  count: 5,
  days: 60,
};

const isWhole = (value: number | null, least: number, most: number): value is number =>
  value !== null && Number.isInteger(value) && value >= least && value <= most;

function ruleOf({ kind, count, days }: ListValues): Given['rule'] {
  if (kind === 'non_engagers') return { kind, messages: count ?? 0, days: days ?? 0 };
  return kind === 'blockers' ? { kind, failures: count ?? 0, days: days ?? 0 } : null;
}

const asGiven = (values: ListValues): Given => ({
  name: values.name,
  kind: values.kind,
  reason: values.reason,
  categories: values.kind === 'holdout' ? ['marketing'] : (values.categories as Given['categories']),
  memberDays: ruleOf(values) === null ? values.memberDays : null,
  rule: ruleOf(values),
});

export function useListForm(onSaved: () => void): Form<ListValues> {
  const t = useT(suppressionMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const form = useForm<ListValues>({
    initial: usual,
    draft: 'suppression.list',
    check: (values) => {
      const { name, reason, categories, memberDays, count, days } = values;
      const rule = ruleOf(values) === null ? undefined : t('ruleWrong');
      return {
        name: name.trim() === '' ? t('nameWrong') : undefined,
        reason: reason.trim() === '' ? t('reasonWrong') : undefined,
        categories: categories.length === 0 ? t('categoriesWrong') : undefined,
        memberDays: memberDays === null || isWhole(memberDays, 1, 3650) ? undefined : t('daysWrong'),
        count: isWhole(count, 2, 50) ? undefined : rule,
        days: isWhole(days, 1, 90) ? undefined : rule,
      };
    },
    save: async (values) => {
      try {
        await api.suppression.create(asGiven(values));
        refetchQuery(queryClient, listsQuery);
        toast(t('created', { name: values.name.trim() }), { tone: 'good' });
        form.reset(usual);
        onSaved();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return form;
}
