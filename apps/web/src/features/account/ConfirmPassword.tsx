import { useChecks } from '../../data/use-checks.ts';
import { isRefusedWith } from '../../data/is-refused-with.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Field } from '../../ui/fields/Field.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { FormActions } from '../../ui/form/FormActions.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import { securityMessages } from './messages.ts';

interface ConfirmPasswordProps {
  /** The verb on the button. */
  label: string;
  /** What the password opens. */
  act: (password: string) => Promise<void>;
  onCancel: () => void;
}

/** A session left open on a shared desk must not be enough to change how an account is opened. */
export function ConfirmPassword({ label, act, onCancel }: ConfirmPasswordProps) {
  const t = useT(securityMessages);
  const checks = useChecks();
  const problems = useProblems();
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({ password: checks.filled(password) }),
    save: async ({ password }) => {
      try {
        await act(password);
      } catch (error) {
        if (isRefusedWith(error, 'invalid_password')) return { problems: { password: t('wrongPassword') } };
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <Field label={t('confirmPassword')} help={t('confirmHelp')} required bind={form.field('password')}>
        <PasswordField autoComplete="current-password" />
      </Field>
      <FormActions label={label} saving={form.saving} onCancel={onCancel} />
    </Form>
  );
}
