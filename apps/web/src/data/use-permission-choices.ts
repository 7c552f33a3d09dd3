import { useT } from '../i18n/use-t.ts';
import type { CheckboxGroup } from '../ui/fields/CheckboxGroups.tsx';
import {
  permissionGroupMessages,
  permissionGroupNames,
  permissionGroups,
  permissionMessages,
} from './access.ts';
import { useAllows } from './use-workspace.ts';

/** All permissions in groups to choose from. What this person does not hold themselves they cannot give. */
export function usePermissionChoices(notHeld: string): CheckboxGroup[] {
  const say = useT(permissionMessages);
  const group = useT(permissionGroupMessages);
  const allows = useAllows();
  return permissionGroupNames.map((name) => ({
    id: name,
    label: group(name),
    options: permissionGroups[name].map((permission) => ({
      value: permission,
      label: say(permission),
      ...(allows(permission) ? {} : { disabled: true, help: notHeld }),
    })),
  }));
}
