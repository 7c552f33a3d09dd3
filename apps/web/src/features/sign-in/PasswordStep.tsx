import { useState } from 'react';
import { ApiProblem } from '../../data/api.ts';
import { signIn } from '../../data/sign-in.ts';
import { useChecks } from '../../data/use-checks.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { PublicPage } from '../../shell/PublicPage.tsx';
import { Button } from '../../ui/actions/Button.tsx';
import { Link } from '../../ui/actions/Link.tsx';
import { Banner } from '../../ui/feedback/Banner.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { keepDraft } from '../../ui/form/draft.ts';
import { FocusOnArrival } from '../../ui/form/FocusOnArrival.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { signInMessages } from './messages.ts';
import { signInPlaceMessages } from './place-messages.ts';
import { OtherWays } from './OtherWays.tsx';
import { useCompany } from './use-company.ts';

interface PasswordStepProps {
  onSignedIn: () => Promise<unknown>;
  onCodeAsked: () => void;
}

export function PasswordStep({ onSignedIn, onCodeAsked }: PasswordStepProps) {
  const t = useT(signInMessages);
  const place = useT(signInPlaceMessages);
  const checks = useChecks();
  const problems = useProblems();
  const [stopped, setStopped] = useState<string>();
  const form = useForm({
    initial: { email: '', password: '' },
    check: ({ email, password }) => ({ email: checks.email(email), password: checks.filled(password) }),
    save: async ({ email, password }) => {
      setStopped(undefined);
      try {
        const { twoFactorRedirect } = await signIn.withPassword(email.trim().toLowerCase(), password);
        if (twoFactorRedirect) onCodeAsked();
        else await onSignedIn();
      } catch (error) {
        if (error instanceof ApiProblem && error.code === 'not_signed_in')
          return { problems: { password: t('wrong') } };
        return problems.refusal(error);
      }
    },
  });
  const company = useCompany();
  const email = form.field('email');
  return (
    <PublicPage title={place('title')}>
      <div className="grid gap-5">
        <output className="empty:hidden">{stopped && <Banner tone="warn">{stopped}</Banner>}</output>
        <Form form={form} className="gap-4">
          <FocusOnArrival>
            <Field
              label={t('email')}
              required
              bind={{ ...email, leave: () => (email.leave(), company.ask(form.values.email)) }}
            >
              <TextField type="email" autoComplete="username" autoCapitalize="off" spellCheck={false} />
            </Field>
          </FocusOnArrival>
          <Field label={t('password')} required bind={form.field('password')}>
            <PasswordField autoComplete="current-password" />
          </Field>
          <Button type="submit" tone="primary" busy={form.saving} className="mt-1 w-full">
            {t('signIn')}
          </Button>
          <p className="text-center text-sm">
            <Link
              to="/forgot-password"
              onClick={() => keepDraft('forgot-password', { email: form.values.email })}
            >
              {t('forgot')}
            </Link>
          </p>
        </Form>
        <OtherWays companyUrl={company.url} onSignedIn={onSignedIn} onStopped={setStopped} />
      </div>
    </PublicPage>
  );
}
