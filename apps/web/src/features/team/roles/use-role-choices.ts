import { useQuery } from '@tanstack/react-query';
import { rolesToGive, useRoleName, type RoleChoice } from '../../../data/access.ts';
import { rolesQuery } from '../../../data/members.ts';
import { useAllows, useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import type { Option } from '../../../ui/fields/Select.tsx';
import { teamMessages } from '../messages.ts';

interface RoleChoices {
  choices: readonly RoleChoice[];
  /** For a Select; what this person may not give says why. */
  options: Option[];
  find: (key: string) => RoleChoice | undefined;
  /** As the API wants it. */
  choiceOf: (key: string) => Pick<RoleChoice, 'role' | 'roleId'>;
}

/** The roles of this workspace, and which of them this person may give: never more than they hold themselves. */
export function useRoleChoices(): RoleChoices {
  const t = useT(teamMessages);
  const { data = [] } = useQuery(rolesQuery);
  const nameOf = useRoleName();
  const allows = useAllows();
  const ownRole = useOpenWorkspace()?.role;
  const choices = rolesToGive(data);
  const find = (key: string) => choices.find((choice) => choice.key === key);
  const label = (choice: RoleChoice) => {
    const role = nameOf(choice);
    if (!choice.permissions.every(allows)) return { label: t('tooMuch', { role }), disabled: true };
    if (choice.role === 'owner' && ownRole !== 'owner')
      return { label: t('onlyOwners', { role }), disabled: true };
    return { label: role };
  };
  return {
    choices,
    options: choices.map((choice) => ({ value: choice.key, ...label(choice) })),
    find,
    choiceOf: (key) => {
      const { role, roleId } = find(key) ?? { role: 'agent' as const, roleId: null };
      return { role, roleId };
    },
  };
}
