import { useQueryClient } from '@tanstack/react-query';
import type { Permission } from '@trikon/contract';
import { roleKey, useRoleName } from '../../../data/access.ts';
import { api } from '../../../data/api.ts';
import { membersQuery, rolesQuery, type Member } from '../../../data/members.ts';
import { patchQuery, refetchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { Form } from '../../../ui/form/Form.tsx';
import { FormActions } from '../../../ui/form/FormActions.tsx';
import { useForm } from '../../../ui/form/use-form.ts';
import { teamMessages } from '../messages.ts';
import { RoleField } from '../roles/RoleField.tsx';
import { useRoleChoices } from '../roles/use-role-choices.ts';

interface RoleFormProps {
  member: Member;
  held: readonly Permission[];
  you: boolean;
}

export function RoleForm({ member, held, you }: RoleFormProps) {
  const t = useT(teamMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const roleName = useRoleName();
  const { choiceOf } = useRoleChoices();
  const give = async (key: string) => {
    const changed = await api.members.changeRole({ userId: member.userId, ...choiceOf(key) });
    patchQuery<Member[]>(queryClient, membersQuery, (all) =>
      all.map((one) => (one.userId === changed.userId ? changed : one)),
    );
    refetchQuery(queryClient, rolesQuery);
    return changed;
  };
  const takeBack = async () => {
    try {
      await give(roleKey(member));
    } catch (error) {
      toast(problems.say(error), { tone: 'bad' });
    }
  };
  const form = useForm({
    initial: { role: roleKey(member) },
    save: async ({ role }) => {
      try {
        const changed = await give(role);
        toast(t('roleChanged', { name: member.name, role: roleName(changed) }), { undo: takeBack });
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
  return (
    <Form form={form}>
      <RoleField bind={form.field('role')} before={held} {...(you ? { help: t('ownRoleHelp') } : {})} />
      {form.changed && (
        <FormActions label={t('saveRole')} saving={form.saving} onCancel={() => form.reset()} />
      )}
    </Form>
  );
}
