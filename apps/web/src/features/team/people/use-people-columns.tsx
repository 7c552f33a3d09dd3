import { useMemo } from 'react';
import { useRoleName } from '../../../data/access.ts';
import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Column } from '../../../ui/table/column.ts';
import { teamMessages } from '../messages.ts';
import type { Person } from '../people.ts';
import { PersonName } from './PersonName.tsx';

const tones = { active: 'good', invited: 'info', expired: 'warn' } as const;

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
        cell: ({ state }) => <StatusDot tone={tones[state]} label={t(state)} />,
        width: 150,
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
    // The names of roles change only with the language, and then so does t.
    [t],
  );
}
