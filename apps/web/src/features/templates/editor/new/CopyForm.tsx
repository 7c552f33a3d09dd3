import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '../../../../data/api.ts';
import { useProblems } from '../../../../data/use-problems.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Combobox } from '../../../../ui/fields/Combobox.tsx';
import { Field } from '../../../../ui/fields/Field.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { Form } from '../../../../ui/form/Form.tsx';
import { FormActions } from '../../../../ui/form/FormActions.tsx';
import { useForm } from '../../../../ui/form/use-form.ts';
import { familiesQuery } from '../queries.ts';
import { newTemplateMessages } from './messages.ts';
import { useOpenEditor } from './use-open-editor.ts';

type Copy = { familyId: string; name: string };

export function CopyForm({ familyId }: { familyId: string | null }) {
  const t = useT(newTemplateMessages);
  const problems = useProblems();
  const openEditor = useOpenEditor();
  const [typing, setTyping] = useState('');
  const { data: families = [], isFetching } = useQuery(familiesQuery(useDeferredValue(typing.trim())));
  const form = useForm<Copy>({
    initial: { familyId: familyId ?? '', name: '' },
    check: ({ name }) => ({ name: /^[a-z0-9_]+$/.test(name) ? undefined : t('nameWrong') }),
    save: async (values) => {
      try {
        const copy = await api.templateFamilies.clone(values);
        await openEditor(copy.familyId, copy.variants[0]!.language);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <Field label={t('which')} help={t('copyHelp')} bind={form.field('familyId')} required>
        <Combobox
          options={families.map((one) => ({ value: one.familyId, label: one.name }))}
          onSearch={setTyping}
          loading={isFetching}
        />
      </Field>
      <Field label={t('name')} help={t('nameHelp')} bind={form.field('name')} required>
        <TextField maxLength={200} spellCheck={false} autoCapitalize="off" autoComplete="off" />
      </Field>
      <FormActions label={t('copyOf')} saving={form.saving} />
    </Form>
  );
}
