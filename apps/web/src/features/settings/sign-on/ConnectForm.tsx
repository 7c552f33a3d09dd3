import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { CopyField } from '../../../ui/actions/CopyField.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { PasswordField } from '../../../ui/fields/PasswordField.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { settingsMessages } from '../messages.ts';
import { signOnQuery } from './sign-on-query.ts';

interface ConnectFormProps {
  callbackUrl: string;
  onDone: () => void;
}

const empty = { name: '', issuer: '', clientId: '', clientSecret: '', emailDomains: '' };
const domainsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
const isDomain = (text: string): boolean => /^([a-z0-9](-?[a-z0-9])*\.)+[a-z]{2,}$/.test(text);

export function ConnectForm({ callbackUrl, onDone }: ConnectFormProps) {
  const t = useT(settingsMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const filled = (text: string) => (text.trim() === '' ? t('filled') : undefined);
  // No draft: it would keep the secret.
  const form = useForm({
    initial: empty,
    check: ({ name, issuer, clientId, clientSecret, emailDomains }) => {
      const domains = domainsIn(emailDomains);
      return {
        name: filled(name),
        issuer: /^https?:\/\/\S+$/.test(issuer.trim()) ? undefined : t('issuerWrong'),
        clientId: filled(clientId),
        clientSecret: filled(clientSecret),
        emailDomains: domains.length > 0 && domains.every(isDomain) ? undefined : t('domainsWrong'),
      };
    },
    save: async ({ emailDomains, issuer, ...rest }) => {
      try {
        await api.signOn.connect({ ...rest, issuer: issuer.trim(), emailDomains: domainsIn(emailDomains) });
        await queryClient.invalidateQueries({ queryKey: signOnQuery.queryKey });
        toast(t('connected', { name: rest.name }));
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form} onSaved={onDone}>
      <div className="grid gap-1.5">
        <CopyField label={t('callback')} value={callbackUrl} />
        <p className="text-sm text-ink-2">{t('callbackHelp')}</p>
      </div>
      <Field bind={form.field('name')} label={t('providerName')} help={t('providerNameHelp')} required>
        <TextField maxLength={60} autoComplete="off" />
      </Field>
      <Field bind={form.field('issuer')} label={t('issuer')} help={t('issuerHelp')} required>
        <TextField type="url" autoComplete="off" placeholder="https://accounts.example.in" />
      </Field>
      <Field bind={form.field('clientId')} label={t('clientId')} required>
        <TextField autoComplete="off" spellCheck={false} />
      </Field>
      <Field
        bind={form.field('clientSecret')}
        label={t('clientSecret')}
        help={t('clientSecretHelp')}
        required
      >
        <PasswordField autoComplete="off" />
      </Field>
      <Field bind={form.field('emailDomains')} label={t('domains')} help={t('domainsHelp')} required>
        <TextField autoComplete="off" spellCheck={false} />
      </Field>
      <FormActions label={t('connectAct')} saving={form.saving} onCancel={onDone} />
    </Form>
  );
}
