import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../../data/api.ts';
import { invitationsQuery, type Invitation } from '../../../data/members.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextField } from '../../../ui/fields/TextField.tsx';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { teamMessages } from '../messages.ts';
import { RoleField } from '../roles/RoleField.tsx';
import { useRoleChoices } from '../roles/use-role-choices.ts';
import type { InvitationWithLink } from './InvitationLink.tsx';

interface InviteFormProps {
  onMade: (invitation: InvitationWithLink) => void;
  onCancel: () => void;
}

type Values = { email: string; role: string };

export function InviteForm({ onMade, onCancel }: InviteFormProps) {
  const t = useT(teamMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const { choiceOf } = useRoleChoices();
  const form = useForm<Values>({
    initial: { email: '', role: 'agent' },
    draft: 'team.invite',
    check: ({ email }) => ({
      email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim()) ? undefined : t('emailWrong'),
    }),
    save: async ({ email, role }) => {
      try {
        const made = await api.invitations.create({ email, ...choiceOf(role) });
        const { link: _, sentByEmail: __, ...invitation } = made;
        patchQuery<Invitation[]>(queryClient, invitationsQuery, (all) => [invitation, ...all]);
        form.reset({ email: '', role: 'agent' });
        onMade(made);
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <Field bind={form.field('email')} label={t('email')} help={t('emailHelp')} required>
        <TextField type="email" autoComplete="off" placeholder="arjun@example.in" />
      </Field>
      <RoleField bind={form.field('role')} help={t('roleHelp')} />
      <FormActions label={t('sendInvitation')} saving={form.saving} onCancel={onCancel} />
    </Form>
  );
}
