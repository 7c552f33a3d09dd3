import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { purposeWords } from '../purpose-name.ts';
import { everythingOfConsent, purposesQuery } from '../queries.ts';
import { proofMessages } from './messages.ts';

interface RecordByHandProps {
  contactId: string;
  onDone: () => void;
}

type Said = { kind: 'granted' | 'withdrawn'; purpose: string; source: string; wording: string };

export function RecordByHand({ contactId, onDone }: RecordByHandProps) {
  const t = useT(proofMessages);
  const { language } = useLocale();
  const queryClient = useQueryClient();
  const problems = useProblems();
  const { data: purposes = [] } = useQuery(purposesQuery);
  const form = useForm<Said>({
    initial: { kind: 'granted', purpose: 'promotions', source: '', wording: '' },
    check: ({ source }) => ({ source: source.trim() === '' ? t('sourceWrong') : undefined }),
    save: async ({ kind, purpose, source, wording }) => {
      try {
        const evidence = wording.trim() === '' ? {} : { wording };
        await api.consent.record({ contactId, kind, purpose, source, evidence });
        refetchQuery(queryClient, everythingOfConsent);
        toast(t('recorded'), { tone: 'good' });
        onDone();
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const offered = purposes
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ purpose, texts }) => ({ value: purpose, label: purposeWords(texts, language).name }));
  const all = form.values.kind === 'withdrawn' ? [{ value: '*', label: t('everything') }] : [];
  return (
    <Form form={form}>
      <Field bind={form.field('kind')} label={t('kind')} required>
        <Select
          options={(['granted', 'withdrawn'] as const).map((kind) => ({
            value: kind,
            label: t(`kind_${kind}`),
          }))}
        />
      </Field>
      <Field bind={form.field('purpose')} label={t('purpose')} required>
        <Select options={[...offered, ...all]} />
      </Field>
      <Field bind={form.field('source')} label={t('source')} required>
        <TextField maxLength={60} placeholder={t('sourceExample')} />
      </Field>
      <Field bind={form.field('wording')} label={t('wording')}>
        <TextArea maxLength={4000} />
      </Field>
      <FormActions label={t('save')} saving={form.saving} onCancel={onDone} />
    </Form>
  );
}
