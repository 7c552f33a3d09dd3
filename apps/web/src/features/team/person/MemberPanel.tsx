import { useQuery } from '@tanstack/react-query';
import { useRoleName } from '../../../data/access.ts';
import { membersQuery, type Member } from '../../../data/members.ts';
import { useAllows, useOpenWorkspace } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { teamMessages } from '../messages.ts';
import { isLastOwner } from '../people.ts';
import { RoleExplained } from '../roles/RoleExplained.tsx';
import { useRoleChoices } from '../roles/use-role-choices.ts';
import { Facts } from './Facts.tsx';
import { LeaveWorkspace } from './LeaveWorkspace.tsx';
import { RemoveMember } from './RemoveMember.tsx';
import { RoleForm } from './RoleForm.tsx';

interface MemberPanelProps {
  member: Member;
  you: boolean;
  onGone: () => void;
}

export function MemberPanel({ member, you, onGone }: MemberPanelProps) {
  const t = useT(teamMessages);
  const roleName = useRoleName();
  const allows = useAllows();
  const ownRole = useOpenWorkspace()?.role;
  const { data: members = [] } = useQuery(membersQuery);
  const { find } = useRoleChoices();
  const hindrance = hindranceOf();
  const held = find(member.roleId ?? member.role)?.permissions ?? [];

  /** Why this person may not be changed by the one who looks, or nothing. */
  function hindranceOf(): 'cannotManage' | 'ownerOnly' | 'lastOwner' | undefined {
    if (!allows('members.manage')) return 'cannotManage';
    if (member.role !== 'owner') return undefined;
    if (ownRole !== 'owner') return 'ownerOnly';
    return isLastOwner(members, member.userId) ? 'lastOwner' : undefined;
  }

  return (
    <>
      <Facts
        facts={[
          // Where it can be changed, the form below says it.
          ...(hindrance ? [[t('role'), roleName(member)] as const] : []),
          [t('joined'), <Time key="joined" at={member.joinedAt} as="dayYear" />],
        ]}
      />
      {hindrance ? (
        <>
          {hindrance !== 'cannotManage' && <Banner tone="info">{t(hindrance)}</Banner>}
          <RoleExplained permissions={held} />
        </>
      ) : (
        <RoleForm member={member} held={held} you={you} />
      )}
      <div className="flex flex-wrap gap-2 border-t border-line pt-5">
        {you && hindrance !== 'lastOwner' && <LeaveWorkspace />}
        {!you && !hindrance && <RemoveMember member={member} onGone={onGone} />}
      </div>
    </>
  );
}
