import { useMutation, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useAllows } from '../../../data/use-workspace.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { IconButton } from '../../../ui/actions/IconButton.tsx';
import { readDay } from '../../../ui/dates/read-day.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { cadenceMessages } from './messages.ts';
import { cadenceQuery, type Cadence } from './queries.ts';
import { useDay } from './use-day.ts';

export function Occasions({ cadence: { occasions, today } }: { cadence: Cadence }) {
  const t = useT(cadenceMessages);
  const dayOf = useDay();
  const problems = useProblems();
  const queryClient = useQueryClient();
  const mayManage = useAllows()('templates.manage');
  const remove = useMutation({
    mutationFn: (occasionId: string) => api.templateCadence.removeOccasion({ occasionId }),
    onSuccess: () => queryClient.invalidateQueries(cadenceQuery),
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
  });
  return (
    <Card title={t('own')}>
      <div className="grid gap-5">
        {occasions.length === 0 && <p className="text-body text-ink-2">{t('noOwn')}</p>}
        <ul aria-label={t('own')} className="grid gap-2 empty:hidden">
          {occasions.map(({ occasionId, name, day, lockDays }) => (
            <li key={occasionId} className="flex items-center justify-between gap-3">
              <span className="grid min-w-0">
                <span className="truncate text-body">{name}</span>
                <span className="text-sm text-ink-2">
                  {dayOf(day)} · {t('locksFor', { count: lockDays })}
                </span>
              </span>
              {mayManage && (
                <IconButton
                  icon={X}
                  label={t('remove', { name })}
                  onClick={() => remove.mutate(occasionId)}
                />
              )}
            </li>
          ))}
        </ul>
        {mayManage && <NewOccasion today={today} />}
      </div>
    </Card>
  );
}

function NewOccasion({ today }: { today: string }) {
  const t = useT(cadenceMessages);
  const { language } = useLocale();
  const problems = useProblems();
  const queryClient = useQueryClient();
  const read = (day: string) => readDay(day, language, today);
  const form = useForm<{ name: string; day: string }>({
    initial: { name: '', day: '' },
    check: ({ name, day }) => ({
      name: name.trim() === '' ? t('nameMissing') : undefined,
      day: read(day) === null ? t('dayWrong') : undefined,
    }),
    save: async ({ name, day }) => {
      try {
        await api.templateCadence.addOccasion({ name, day: read(day)! });
        await queryClient.invalidateQueries(cadenceQuery);
        form.set({ name: '', day: '' });
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field label={t('name')} bind={form.field('name')} required>
          <TextField maxLength={100} autoComplete="off" />
        </Field>
        <Field label={t('day')} help={t('dayHelp')} bind={form.field('day')} required>
          <TextField maxLength={40} autoComplete="off" />
        </Field>
      </div>
      <FormActions label={t('add')} saving={form.saving} />
    </Form>
  );
}
