import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { suppressionMessages } from './messages.ts';
import { phonesIn } from './phones-in.ts';
import { everyList, type SuppressionList } from './queries.ts';

const most = 5_000;

/** By phone, pasted or from a file; what could not be read is shown, and everybody else is on the list. */
export function AddPeople({ list, onDone }: { list: SuppressionList; onDone: () => void }) {
  const t = useT(suppressionMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const [unread, setUnread] = useState<readonly string[]>([]);
  const form = useForm<{ phones: string; reason: string }>({
    initial: { phones: '', reason: '' },
    check: ({ phones }) => {
      const count = phonesIn(phones).length;
      return { phones: count === 0 ? t('phonesWrong') : count > most ? t('tooMany') : undefined };
    },
    save: async ({ phones, reason }) => {
      try {
        const why = reason.trim() === '' ? {} : { reason };
        const answer = await api.suppression.add({ listId: list.listId, phones: phonesIn(phones), ...why });
        refetchQuery(queryClient, everyList);
        toast(t('added', { count: answer.added }), { tone: 'good' });
        if (answer.unread.length === 0) onDone();
        else {
          setUnread(answer.unread);
          form.reset({ phones: answer.unread.join('\n'), reason });
        }
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const readFile = async (file: File | undefined) => {
    if (file) form.set({ phones: `${form.values.phones}\n${await file.slice(0, 1_000_000).text()}`.trim() });
  };
  return (
    <Form form={form}>
      {unread.length > 0 && (
        <Banner tone="warn">{`${t('unread', { count: unread.length })} ${unread.slice(0, 5).join(', ')}`}</Banner>
      )}
      <Field bind={form.field('phones')} label={t('phones')} help={t('phonesHelp')} required>
        <TextArea rows={6} autoComplete="off" placeholder={'+91 98250 12345\n098765 43210'} />
      </Field>
      <label className="grid gap-1 text-sm font-medium">
        {t('file')}
        <input
          type="file"
          accept=".txt,.csv,text/plain,text/csv"
          className="text-sm font-normal"
          onChange={(event) => void readFile(event.currentTarget.files?.[0])}
        />
      </label>
      <Field bind={form.field('reason')} label={t('why')} help={t('whyHelp')}>
        <TextField maxLength={300} autoComplete="off" placeholder={list.reason} />
      </Field>
      <FormActions label={t('addAct')} saving={form.saving} onCancel={onDone} />
    </Form>
  );
}
