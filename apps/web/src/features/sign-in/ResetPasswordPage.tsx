import { useState } from 'react';
import { ApiProblem } from '../../data/api.ts';
import { passwords } from '../../data/sign-in.ts';
import { useChecks } from '../../data/use-checks.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { PublicPage } from '../../shell/PublicPage.tsx';
import { Button } from '../../ui/actions/Button.tsx';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { signInMessages } from './messages.ts';
import { signInPlaceMessages } from './place-messages.ts';

export function ResetPasswordPage() {
  const t = useT(signInMessages);
  const place = useT(signInPlaceMessages);
  const checks = useChecks();
  const problems = useProblems();
  // Behind the #, so that it never reaches a server's or a proxy's log.
  const token = window.location.hash.slice(1);
  const [state, setState] = useState<'asking' | 'done' | 'broken'>(token === '' ? 'broken' : 'asking');
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({ password: checks.newPassword(password) }),
    save: async ({ password }) => {
      try {
        await passwords.reset(token, password);
        setState('done');
      } catch (error) {
        if (!isBrokenLink(error)) return problems.refusal(error);
        setState('broken');
      }
    },
  });
  if (state === 'done')
    return (
      <PublicPage title={t('resetDone')} description={t('resetDoneHelp')}>
        <ButtonLink to="/sign-in" tone="primary" className="w-full">
          {t('signIn')}
        </ButtonLink>
      </PublicPage>
    );
  if (state === 'broken')
    return (
      <PublicPage title={t('resetBroken')} description={t('resetBrokenHelp')}>
        <ButtonLink to="/forgot-password" tone="primary" className="w-full">
          {t('resetAgain')}
        </ButtonLink>
      </PublicPage>
    );
  return (
    <PublicPage title={place('resetTitle')} description={t('resetHelp')}>
      <Form form={form} className="gap-4">
        <Field label={t('newPassword')} help={t('passwordHelp')} required bind={form.field('password')}>
          <PasswordField autoComplete="new-password" />
        </Field>
        <Button type="submit" tone="primary" busy={form.saving} className="mt-1 w-full">
          {t('resetSave')}
        </Button>
      </Form>
    </PublicPage>
  );
}

function isBrokenLink(error: unknown): boolean {
  return error instanceof ApiProblem && error.fields.some(({ code }) => code === 'invalid_token');
}
