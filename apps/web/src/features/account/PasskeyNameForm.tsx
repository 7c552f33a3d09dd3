import { useQueryClient } from '@tanstack/react-query';
import { useChecks } from '../../data/use-checks.ts';
import { useT } from '../../i18n/use-t.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import type { Refusal } from '../../ui/form/form-state.ts';
import { useForm } from '../../ui/form/use-form.ts';
import { securityMessages } from './messages.ts';
import { passkeysQuery } from './passkeys-query.ts';

interface PasskeyNameFormProps {
  name: string;
  label: string;
  save: (name: string) => Promise<Refusal | void>;
  onClose: () => void;
}

export function PasskeyNameForm({ name, label, save, onClose }: PasskeyNameFormProps) {
  const t = useT(securityMessages);
  const checks = useChecks();
  const queryClient = useQueryClient();
  const form = useForm({
    initial: { name },
    check: (values) => ({ name: checks.line(values.name) }),
    save: async (values) => {
      const refusal = await save(values.name.trim());
      if (refusal) return refusal;
      await queryClient.invalidateQueries(passkeysQuery);
    },
  });
  return (
    <Form form={form} onSaved={onClose}>
      <Field label={t('passkeyName')} help={t('passkeyNameHelp')} required bind={form.field('name')}>
        <TextField autoComplete="off" placeholder={t('passkeyNameExample')} />
      </Field>
      <FormActions label={label} saving={form.saving} onCancel={onClose} />
    </Form>
  );
}
