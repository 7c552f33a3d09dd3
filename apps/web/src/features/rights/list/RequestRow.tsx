import { useContactName } from '../../../data/use-contact-name.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { rightsMessages } from '../messages.ts';
import type { RequestInList } from '../queries.ts';
import { stateTone } from '../state-tone.ts';

export function RequestRow({ request }: { request: RequestInList }) {
  const t = useT(rightsMessages);
  const nameOf = useContactName();
  const now = useNow();
  const { requestId, kind, state, channel, contactId, receivedAt, dueAt, closedAt } = request;
  const { name, phone } = nameOf(request);
  const isLate = closedAt === null && new Date(dueAt) < now;
  return (
    <li className="grid gap-1 px-pad py-3 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center sm:gap-4">
      <div className="grid min-w-0 gap-0.5">
        <span className="flex flex-wrap items-center gap-2">
          <Link to="/rights/$requestId" params={{ requestId }}>
            {t(`kind_${kind}`)}
          </Link>
          <Badge tone={stateTone[state]}>{t(`state_${state}`)}</Badge>
          {isLate && <Badge tone="bad">{t('overdue')}</Badge>}
        </span>
        <span className="truncate text-sm text-ink-2">
          {contactId === null ? t('somebody') : name}
          {phone !== null && ` · ${phone}`}
        </span>
      </div>
      <span className="text-sm text-ink-2 sm:text-end">
        {closedAt === null ? t('due') : t('closed')} <Time at={closedAt ?? dueAt} as="dayYear" />
        <span className="block text-ink-3">
          <Time at={receivedAt} as="dayYear" /> {t(`channel_${channel}`)}
        </span>
      </span>
    </li>
  );
}
