import { ShieldPlus } from 'lucide-react';
import type { CustomRole } from '../../../data/members.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { teamMessages } from '../messages.ts';
import { teamPlaceMessages } from '../place-messages.ts';
import { OwnRole } from './OwnRole.tsx';

interface OwnRolesProps {
  roles: readonly CustomRole[];
  mayManage: boolean;
}

export function OwnRoles({ roles, mayManage }: OwnRolesProps) {
  const t = useT(teamMessages);
  const place = useT(teamPlaceMessages);
  return (
    <section aria-labelledby="own-roles" className="grid gap-3">
      <h2 id="own-roles" className="text-lg font-semibold">
        {t('ownRoles')}
      </h2>
      {roles.length === 0 ? (
        <div className="rounded-lg border border-line bg-raised">
          <EmptyState
            icon={ShieldPlus}
            title={t('noOwnRoles')}
            action={
              mayManage && (
                <ButtonLink to="/team/roles" search={{ edit: 'new' }}>
                  {place('newRole')}
                </ButtonLink>
              )
            }
          >
            {t('noOwnRolesHelp')}
          </EmptyState>
        </div>
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {roles.map((role) => (
            <OwnRole key={role.roleId} role={role} mayManage={mayManage} />
          ))}
        </ul>
      )}
    </section>
  );
}
