import { useQuery } from '@tanstack/react-query';
import { roleKey, rolesToGive, useRoleName } from '../../../data/access.ts';
import { rolesQuery } from '../../../data/members.ts';

/** The name of a role that an address names. */
export function useRoleTitle(key: string | undefined): string {
  const { data = [] } = useQuery(rolesQuery);
  const nameOf = useRoleName();
  const choice = rolesToGive(data).find((one) => roleKey(one) === key);
  return choice ? nameOf(choice) : '';
}
