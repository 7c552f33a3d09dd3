import { useState } from 'react';
import { ApiProblem } from '../../data/api.ts';
import { passwords } from '../../data/sign-in.ts';
import { useChecks } from '../../data/use-checks.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { PublicPage } from '../../shell/PublicPage.tsx';
import { Button } from '../../ui/actions/Button.tsx';
import { CopyText } from '../../ui/actions/CopyText.tsx';
import { Link } from '../../ui/actions/Link.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { signInMessages } from './messages.ts';
import { signInPlaceMessages } from './place-messages.ts';

export function ForgotPasswordPage() {
  const t = useT(signInMessages);
  const place = useT(signInPlaceMessages);
  const checks = useChecks();
  const problems = useProblems();
  const [state, setState] = useState<'asking' | 'sent' | 'no-mail'>('asking');
  const form = useForm({
    initial: { email: '' },
    draft: 'forgot-password',
    check: ({ email }) => ({ email: checks.email(email) }),
    save: async ({ email }) => {
      try {
        await passwords.requestLink(email.trim().toLowerCase());
        setState('sent');
      } catch (error) {
        if (!(error instanceof ApiProblem) || error.code !== 'conflict') return problems.refusal(error);
        setState('no-mail');
      }
    },
  });
  const email = form.values.email.trim();
  const back = <Link to="/sign-in">{t('back')}</Link>;
  if (state === 'sent')
    return (
      <PublicPage
        title={t('sentTitle')}
        description={t.rich('sentHelp', { email: <strong className="font-medium text-ink">{email}</strong> })}
        footer={back}
      />
    );
  if (state === 'no-mail')
    return (
      <PublicPage title={t('noMailTitle')} description={t('noMailHelp')} footer={back}>
        <CopyText label={t('noMailCommand')} value={`npm run trikon -- password-link ${email}`} />
      </PublicPage>
    );
  return (
    <PublicPage title={place('forgotTitle')} description={t('forgotHelp')} footer={back}>
      <Form form={form} className="gap-4">
        <Field label={t('email')} required bind={form.field('email')}>
          <TextField type="email" autoComplete="username" autoCapitalize="off" spellCheck={false} />
        </Field>
        <Button type="submit" tone="primary" busy={form.saving} className="mt-1 w-full">
          {t('forgotSend')}
        </Button>
      </Form>
    </PublicPage>
  );
}
