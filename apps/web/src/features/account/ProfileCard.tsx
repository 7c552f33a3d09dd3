import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../data/api.ts';
import { accountQuery } from '../../data/session.ts';
import { useChecks } from '../../data/use-checks.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useAccount } from '../../data/use-workspace.ts';
import { listLanguages, ownLanguages, type OwnLanguage } from '../../i18n/language.ts';
import { useT } from '../../i18n/use-t.ts';
import { setPreferences } from '../../shell/preferences.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Card } from '../../ui/display/Card.tsx';
import { toast } from '../../ui/feedback/toast-store.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { Select } from '../../ui/fields/Select.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { accountMessages } from './messages.ts';
import { accountPlaceMessages } from './place-messages.ts';

export function ProfileCard() {
  const t = useT(accountMessages);
  const place = useT(accountPlaceMessages);
  const checks = useChecks();
  const problems = useProblems();
  const queryClient = useQueryClient();
  const account = useAccount();
  const form = useForm({
    initial: { name: account.name, language: account.language },
    draft: 'profile',
    check: ({ name }) => ({ name: checks.line(name) }),
    save: async ({ name, language }) => {
      try {
        const saved = await api.account.update({ name, language });
        queryClient.setQueryData(accountQuery.queryKey, saved);
        if (language !== account.language) setPreferences({ language });
        toast(t('saved'));
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  const languages = listLanguages().filter(({ code }) => ownLanguages.includes(code as OwnLanguage));
  return (
    <Card title={place('profile')} description={t('profileHelp')}>
      <Form form={form} className="max-w-md gap-4">
        <Field label={t('name')} required bind={form.field('name')}>
          <TextField autoComplete="name" />
        </Field>
        <Field label={t('email')} help={t('emailHelp')}>
          <TextField value={account.email} readOnly autoComplete="email" className="bg-sunken" />
        </Field>
        <Field label={t('language')} help={t('languageHelp')} required bind={form.field('language')}>
          <Select options={languages.map(({ code, name }) => ({ value: code, label: name }))} />
        </Field>
        <div>
          <Button type="submit" tone="primary" busy={form.saving} disabled={!form.changed}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
