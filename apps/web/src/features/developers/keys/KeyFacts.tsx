import { permissionNames } from '@trikon/contract/permissions';
import { useQuery } from '@tanstack/react-query';
import { permissionMessages } from '../../../data/access.ts';
import type { ApiKey } from '../../../data/api-keys.ts';
import { membersQuery } from '../../../data/members.ts';
import { useT } from '../../../i18n/use-t.ts';
import { useNow } from '../../../ui/display/clock.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { developerMessages } from '../messages.ts';

const soon = 7 * 86_400_000;

/** What a key may do (each thing on hover or for those who hear it), how often, until when, and whose it is. */
export function KeyFacts({ apiKey }: { apiKey: ApiKey }) {
  const t = useT(developerMessages);
  const say = useT(permissionMessages);
  const { data: members = [] } = useQuery(membersQuery);
  const now = useNow();
  const { permissions, requestsPerMinute, expiresAt, createdBy, revokedAt } = apiKey;
  const maker = members.find(({ userId }) => userId === createdBy)?.name;
  const total = permissionNames.length;
  const left = expiresAt === null ? Infinity : new Date(expiresAt).getTime() - now.getTime();
  const ending = () => {
    if (revokedAt) return t.rich('revokedOn', { when: <Time at={revokedAt} as="dayYear" /> });
    if (!expiresAt) return t('endsNever');
    const when = <Time at={expiresAt} as="dayYear" />;
    return left > 0 ? t.rich('ends', { when }) : t.rich('ended', { when });
  };
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm text-ink-2">
      <li title={permissions.map((permission) => say(permission)).join('\n')}>
        {permissions.length === total ? t('mayAll') : t('may', { count: permissions.length, total })}
      </li>
      <li>{t('perMinute', { count: requestsPerMinute })}</li>
      <li className={!revokedAt && left > 0 && left < soon ? 'font-medium text-warn' : undefined}>
        {ending()}
      </li>
      <li>{maker ? t('madeBy', { name: maker }) : t('madeBySomeone')}</li>
    </ul>
  );
}
