import { Link as RouteLink } from '@tanstack/react-router';
import { useAccount } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Avatar } from '../../../ui/display/Avatar.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { teamMessages } from '../messages.ts';
import type { Person } from '../people.ts';

export function PersonName({ person: { id, name, email } }: { person: Person }) {
  const t = useT(teamMessages);
  const you = useAccount().userId === id;
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <Avatar name={name} seed={id} />
      <span className="grid min-w-0">
        <span className="flex min-w-0 items-center gap-1.5">
          <RouteLink
            to="/team"
            search={(now) => ({ ...now, person: id })}
            className="truncate rounded-sm font-medium hover:underline"
          >
            {name || email}
          </RouteLink>
          {you && <Badge tone="accent">{t('you')}</Badge>}
        </span>
        {name && <span className="truncate text-xs font-normal text-ink-3">{email}</span>}
      </span>
    </span>
  );
}
