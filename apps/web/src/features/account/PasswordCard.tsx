import { passwords } from '../../data/sign-in.ts';
import { useChecks } from '../../data/use-checks.ts';
import { isRefusedWith } from '../../data/is-refused-with.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useAccount } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Card } from '../../ui/display/Card.tsx';
import { toast } from '../../ui/feedback/toast-store.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { securityMessages } from './messages.ts';

const empty = { current: '', next: '' };

export function PasswordCard() {
  const t = useT(securityMessages);
  const checks = useChecks();
  const problems = useProblems();
  const { email } = useAccount();
  const form = useForm({
    initial: empty,
    check: ({ current, next }) => ({
      current: checks.filled(current),
      next: checks.newPassword(next) ?? (next === current ? t('same') : undefined),
    }),
    save: async ({ current, next }) => {
      try {
        await passwords.change(current, next);
      } catch (error) {
        if (isRefusedWith(error, 'invalid_password')) return { problems: { current: t('wrongPassword') } };
        return problems.refusal(error);
      }
    },
  });
  const onSaved = () => {
    form.reset(empty);
    toast(t('changed'));
  };
  return (
    <Card title={t('password')} description={t('passwordHelp')}>
      <Form form={form} onSaved={onSaved} className="max-w-md gap-4">
        {/* Not for reading: so that a password manager changes the password of the right account. */}
        <input type="email" autoComplete="username" value={email} readOnly hidden />
        <Field label={t('current')} required bind={form.field('current')}>
          <PasswordField autoComplete="current-password" />
        </Field>
        <Field label={t('next')} help={t('nextHelp')} required bind={form.field('next')}>
          <PasswordField autoComplete="new-password" />
        </Field>
        <div>
          <Button type="submit" tone="primary" busy={form.saving}>
            {t('change')}
          </Button>
        </div>
      </Form>
    </Card>
  );
}
