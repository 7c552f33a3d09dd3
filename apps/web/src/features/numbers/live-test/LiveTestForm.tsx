import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { liveTestQuery } from './live-test-query.ts';
import { liveTestMessages } from './messages.ts';

interface LiveTestFormProps {
  numberId: string;
  accountId: string;
  /** As it was the last time. */
  phone: string;
  template: string | undefined;
  onBegun: (testId: string) => void;
}

const usual = 'hello_world';

export function LiveTestForm({ numberId, accountId, phone, template = usual, onBegun }: LiveTestFormProps) {
  const t = useT(liveTestMessages);
  const problems = useProblems();
  const queryClient = useQueryClient();
  const names = useTemplateNames(accountId, template);
  const form = useForm({
    initial: { phone, template },
    check: (values) => ({
      phone: values.phone.replaceAll(/\P{Nd}/gu, '').length < 6 ? t('phoneWrong') : undefined,
    }),
    save: async (values) => {
      try {
        const begun = await api.liveTests.start({ numberId, ...values, phone: values.phone.trim() });
        queryClient.setQueryData(liveTestQuery(begun.testId).queryKey, begun);
        onBegun(begun.testId);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field bind={form.field('phone')} label={t('phone')} help={t('phoneHelp')} required>
          <TextField
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            placeholder="+91 98250 12345"
            maxLength={20}
          />
        </Field>
        <Field bind={form.field('template')} label={t('template')} help={t('templateHelp')} required>
          <Select options={names.map((name) => ({ value: name, label: name }))} />
        </Field>
      </div>
      <FormActions label={t('start')} saving={form.saving} />
    </Form>
  );
}

/** What Meta lets the account send, and the one that is chosen whatever it says. */
function useTemplateNames(accountId: string, chosen: string): string[] {
  const { data } = useQuery({
    queryKey: ['templates', 'approved', accountId],
    queryFn: ({ signal }) => api.templates.list({ accountId, status: 'APPROVED', limit: 200 }, { signal }),
  });
  return [...new Set([chosen, usual, ...(data?.items.map(({ name }) => name) ?? [])])];
}
