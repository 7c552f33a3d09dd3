import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ShieldPlus, User, UserPlus } from 'lucide-react';
import { useMemo } from 'react';
import { membersQuery } from '../../data/members.ts';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command, CommandSource } from '../../shell/commands/command.ts';
import { useCommands, useCommandSource } from '../../shell/commands/registry.ts';
import { teamPlaceMessages } from './place-messages.ts';
import { choosePeople, peopleOf } from './people.ts';

const most = 6;

/** What can be done about people from any page: invite someone, make a role, find a member by name. */
export function TeamCommands() {
  const t = useT(teamPlaceMessages);
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const allows = useAllows();
  const [canRead, canInvite, canMakeRoles] = [
    allows('members.read'),
    allows('members.manage'),
    allows('roles.manage'),
  ];

  const commands = useMemo(() => {
    const invite: Command = {
      id: 'team.invite',
      label: t('invite'),
      group: t('group'),
      icon: UserPlus,
      keys: 'c i',
      alsoKnownAs: ['invite add member colleague'],
      run: () => void navigate({ to: '/team', search: { invite: true } }),
    };
    const role: Command = {
      id: 'team.role',
      label: t('newRole'),
      group: t('group'),
      icon: ShieldPlus,
      keys: 'c r',
      alsoKnownAs: ['create role permissions'],
      run: () => void navigate({ to: '/team/roles', search: { edit: 'new' } }),
    };
    return [...(canInvite ? [invite] : []), ...(canMakeRoles ? [role] : [])];
  }, [t, navigate, canInvite, canMakeRoles]);
  useCommands(commands);

  const source = useMemo(
    (): CommandSource => ({
      id: 'team.people',
      search: async (text) => {
        if (!canRead) return [];
        const members = await queryClient.ensureQueryData(membersQuery);
        const found = choosePeople(peopleOf(members, [], new Date()), { q: text });
        return found.slice(0, most).map(({ id, name, email }) => ({
          id: `team.person.${id}`,
          label: name,
          group: t('group'),
          icon: User,
          alsoKnownAs: [email],
          run: () => void navigate({ to: '/team', search: { person: id } }),
        }));
      },
    }),
    [t, navigate, queryClient, canRead],
  );
  useCommandSource(source);
  return null;
}
