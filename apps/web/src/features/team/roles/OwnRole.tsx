import { Pencil } from 'lucide-react';
import type { CustomRole } from '../../../data/members.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { teamMessages } from '../messages.ts';
import { DeleteRole } from './DeleteRole.tsx';

interface OwnRoleProps {
  role: CustomRole;
  mayManage: boolean;
}

export function OwnRole({ role, mayManage }: OwnRoleProps) {
  const t = useT(teamMessages);
  const { roleId, name, description, memberCount } = role;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-pad py-3">
      <div className="grid min-w-48 flex-1 gap-0.5">
        <h3 className="font-medium wrap-anywhere">{name}</h3>
        {description && <p className="text-sm text-ink-2 wrap-anywhere">{description}</p>}
      </div>
      <span className="text-sm text-ink-2">
        {memberCount === 0 ? (
          t('nobodyHolds')
        ) : (
          <Link to="/team" search={{ role: roleId }}>
            {t('holders', { count: memberCount })}
          </Link>
        )}
      </span>
      {mayManage && (
        <span className="flex gap-2">
          <ButtonLink
            size="small"
            icon={Pencil}
            to="/team/roles"
            search={{ edit: roleId }}
            aria-label={t('editRole', { name })}
          >
            {t('edit')}
          </ButtonLink>
          <DeleteRole role={role} />
        </span>
      )}
    </li>
  );
}
