import { api } from '../../data/api.ts';
import { goTo, workspaceAddress } from '../../data/session.ts';
import { signIn } from '../../data/sign-in.ts';
import { useChecks } from '../../data/use-checks.ts';
import { isRefusedWith } from '../../data/is-refused-with.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { PasswordField } from '../../ui/fields/PasswordField.tsx';
import { TextField } from '../../ui/fields/TextField.tsx';
import { Form } from '../../ui/form/Form.tsx';
import { useForm } from '../../ui/form/use-form.ts';
import type { InvitationProps } from './invitation-props.ts';
import { forgetInvitationToken } from './invitation-token.ts';
import { joiningMessages } from './messages.ts';

export function JoinAsNewPerson({ opened: { invitation }, token, onGone }: InvitationProps) {
  const t = useT(joiningMessages);
  const checks = useChecks();
  const problems = useProblems();
  const form = useForm({
    initial: { name: '', password: '' },
    check: ({ name, password }) => ({ name: checks.line(name), password: checks.newPassword(password) }),
    save: async ({ name, password }) => {
      try {
        const { workspaceId, email } = await api.joining.join({ token, name, password });
        forgetInvitationToken();
        await signIn.withPassword(email, password);
        await goTo(`${workspaceAddress(workspaceId)}/`);
      } catch (error) {
        if (!isRefusedWith(error, 'gone')) return problems.refusal(error);
        onGone();
      }
    },
  });
  return (
    <Form form={form} className="gap-4">
      {/* Not for reading: so that a password manager keeps the password under the right address. */}
      <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
      <Field label={t('name')} help={t('nameHelp')} required bind={form.field('name')}>
        <TextField autoComplete="name" />
      </Field>
      <Field label={t('password')} help={t('passwordHelp')} required bind={form.field('password')}>
        <PasswordField autoComplete="new-password" />
      </Field>
      <Button type="submit" tone="primary" busy={form.saving} className="mt-1 w-full whitespace-normal">
        {t('join', { workspace: invitation.workspaceName })}
      </Button>
    </Form>
  );
}
