import { useQueryClient } from '@tanstack/react-query';
import type { Permission } from '@trikon/contract';
import { api } from '../../../data/api.ts';
import { rolesQuery, type CustomRole } from '../../../data/members.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { useForm, type Form } from '../../../ui/form/use-form.ts';
import { teamMessages } from '../messages.ts';

export type RoleValues = { name: string; description: string; permissions: readonly Permission[] };

const empty: RoleValues = { name: '', description: '', permissions: [] };

/** Creates a role, or changes the given one. */
export function useRoleForm(role: CustomRole | undefined): Form<RoleValues> {
  const t = useT(teamMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  return useForm<RoleValues>({
    initial: role ? { name: role.name, description: role.description, permissions: role.permissions } : empty,
    draft: `team.role.${role?.roleId ?? 'new'}`,
    check: ({ name, permissions }) => ({
      name: name.trim() === '' ? t('roleNameWrong') : undefined,
      permissions: permissions.length === 0 ? t('permissionsWrong') : undefined,
    }),
    save: async ({ name, description, permissions }) => {
      const input = { name, description, permissions: [...permissions] };
      try {
        const saved = role
          ? await api.roles.update({ roleId: role.roleId, ...input })
          : await api.roles.create(input);
        patchQuery<CustomRole[]>(queryClient, rolesQuery, (all) => [
          ...all.filter(({ roleId }) => roleId !== saved.roleId),
          saved,
        ]);
        toast(t(role ? 'roleSaved' : 'roleCreated', { name: saved.name }));
      } catch (error) {
        return problems.refusal(error);
      }
    },
  });
}
