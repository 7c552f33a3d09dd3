import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { PasswordField } from '../../../ui/fields/PasswordField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { isAppSecret, pasted } from '../connect/pasted.ts';
import type { MetaApp } from '../../../data/numbers.ts';
import { connectionMessages } from './messages.ts';
import { putApp } from './put-app.ts';

interface SecretFormProps {
  app: MetaApp;
  onDone: () => void;
}

export function SecretForm({ app, onDone }: SecretFormProps) {
  const t = useT(connectionMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  // No draft: it would keep the secret.
  const form = useForm({
    initial: { appSecret: '' },
    check: ({ appSecret }) => ({
      appSecret: isAppSecret(pasted(appSecret).toLowerCase()) ? undefined : t('secretWrong'),
    }),
    save: async ({ appSecret }) => {
      try {
        const secret = pasted(appSecret).toLowerCase();
        putApp(queryClient, await api.numbers.beginSecretChange({ appId: app.appId, appSecret: secret }));
        toast(t('secretBegunToast'), { tone: 'good' });
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form} onSaved={onDone}>
      <Field bind={form.field('appSecret')} label={t('secretNew')} help={t('secretNewHelp')} required>
        <PasswordField autoComplete="off" />
      </Field>
      <FormActions label={t('secretBegin')} saving={form.saving} onCancel={onDone} />
    </Form>
  );
}
