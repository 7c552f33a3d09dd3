import { useMemo } from 'react';
import { useRoleName } from '../../../data/access.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { teamMessages } from '../messages.ts';
import type { Person } from '../people.ts';
import { PersonName } from './PersonName.tsx';

const tones = { invited: 'info', expired: 'warn' } as const;

export function usePeopleColumns(): readonly Column<Person>[] {
  const t = useT(teamMessages);
  const roleName = useRoleName();
  return useMemo(
    (): Column<Person>[] => [
      {
        id: 'name',
        header: t('person'),
        value: (person) => person.name || person.email,
        cell: (person) => <PersonName person={person} />,
        fixed: true,
        width: 240,
        grow: 3,
        card: 'title',
      },
      {
        id: 'role',
        header: t('role'),
        value: (person) => roleName(person),
        width: 130,
      },
      {
        id: 'state',
        header: t('state'),
        value: (person) => person.state,
        // Being a member is the rule and needs no colour; what waits for someone does.
        cell: ({ state }) =>
          state === 'active' ? (
            <span className="text-ink-3">{t('active')}</span>
          ) : (
            <Badge tone={tones[state]}>{t(state)}</Badge>
          ),
        width: 150,
        card: 'corner',
      },
      {
        id: 'since',
        header: t('since'),
        value: ({ since }) => new Date(since),
        cell: ({ since }) => <Time at={since} as="dayYear" />,
        align: 'end',
        width: 120,
      },
    ],
    [t, roleName],
  );
}
