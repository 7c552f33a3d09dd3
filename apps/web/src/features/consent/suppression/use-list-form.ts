import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale, type Locale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { zonedInstant } from '../../../i18n/zoned-instant.ts';
import { addDays, asDate, today } from '../../../ui/dates/day.ts';
import { readDay } from '../../../ui/dates/read-day.ts';
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
  /** As somebody types a day; empty for good. */
  lastDay: string;
  count: number | null;
  days: number | null;
};

const usual: ListValues = {
  name: '',
  kind: 'manual',
  reason: '',
  categories: ['marketing'],
  memberDays: null,
  lastDay: '',
  count: 5,
  days: 60,
};

const isWhole = (value: number | null, least: number, most: number): value is number =>
  value !== null && Number.isInteger(value) && value >= least && value <= most;

function ruleOf({ kind, count, days }: ListValues): Given['rule'] {
  if (kind === 'non_engagers') return { kind, messages: count ?? 0, days: days ?? 0 };
  return kind === 'blockers' ? { kind, failures: count ?? 0, days: days ?? 0 } : null;
}

const asGiven = (values: ListValues, { zone, language }: Locale) => {
  const rule = ruleOf(values);
  const day = readDay(values.lastDay, language, today(zone));
  return {
    name: values.name,
    reason: values.reason,
    categories:
      values.kind === 'holdout' ? ['marketing' as const] : (values.categories as Given['categories']),
    memberDays: rule === null ? values.memberDays : null,
    endsAt: day === null ? null : zonedInstant(addDays(day, 1), zone),
    rule,
  };
};

function asTyped(list: SuppressionList, locale: Locale): ListValues {
  const { name, kind, reason, categories, memberDays, endsAt, rule } = list;
  // The list ends as the day after begins.
  const last = endsAt === null ? null : today(locale.zone, new Date(new Date(endsAt).getTime() - 1));
  return {
    name,
    kind,
    reason,
    categories,
    memberDays,
    lastDay: last === null ? '' : formatDate(asDate(last), 'dayYear', { ...locale, zone: 'UTC' }),
    count: rule === null ? usual.count : rule.kind === 'blockers' ? rule.failures : rule.messages,
    days: rule?.days ?? usual.days,
  };
}

function lastDayProblem(
  typed: string,
  { zone, language }: Locale,
): 'lastDayWrong' | 'lastDayGone' | undefined {
  if (typed.trim() === '') return undefined;
  const now = today(zone);
  const day = readDay(typed, language, now);
  if (day === null) return 'lastDayWrong';
  return day < now ? 'lastDayGone' : undefined;
}

/** For a new list, or to change one. */
export function useListForm(list: SuppressionList | undefined, onSaved: () => void): Form<ListValues> {
  const t = useT(suppressionMessages);
  const locale = useLocale();
  const queryClient = useQueryClient();
  const problems = useProblems();
  const save = async (values: ListValues): Promise<void> => {
    const given = asGiven(values, locale);
    if (list === undefined) await api.suppression.create({ ...given, kind: values.kind });
    else await api.suppression.update({ listId: list.listId, ...given });
    refetchQuery(queryClient, listsQuery);
    toast(t(list ? 'saved' : 'created', { name: values.name.trim() }), { tone: 'good' });
  };
  const form = useForm<ListValues>({
    initial: list ? asTyped(list, locale) : usual,
    ...(list === undefined && { draft: 'suppression.list' }),
    check: (values) => {
      const { name, reason, categories, memberDays, lastDay, count, days } = values;
      const rule = ruleOf(values) === null ? undefined : t('ruleWrong');
      const wrongDay = lastDayProblem(lastDay, locale);
      return {
        name: name.trim() === '' ? t('nameWrong') : undefined,
        reason: reason.trim() === '' ? t('reasonWrong') : undefined,
        categories: categories.length === 0 ? t('categoriesWrong') : undefined,
        memberDays: memberDays === null || isWhole(memberDays, 1, 3650) ? undefined : t('daysWrong'),
        lastDay: wrongDay && t(wrongDay),
        count: isWhole(count, 2, 50) ? undefined : rule,
        days: isWhole(days, 1, 90) ? undefined : rule,
      };
    },
    save: async (values) => {
      try {
        await save(values);
        if (list === undefined) form.reset(usual);
        onSaved();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return form;
}
