import { useMemo } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { StatusDot } from '../../ui/display/StatusDot.tsx';
import { Time } from '../../ui/display/Time.tsx';
import type { Tone } from '../../ui/feedback/tones.ts';
import type { Column } from '../../ui/table/column.ts';
import { auditMessages } from './messages.ts';
import type { Outcome } from './search.ts';
import type { SignIn } from './sign-ins-query.ts';
import { SignInPerson } from './SignInPerson.tsx';

const tones: Record<Outcome, Tone> = {
  succeeded: 'good',
  second_factor_required: 'neutral',
  wrong_password: 'bad',
  wrong_code: 'bad',
};

export function useSignInColumns(): readonly Column<SignIn>[] {
  const t = useT(auditMessages);
  return useMemo(
    (): Column<SignIn>[] => [
      {
        id: 'person',
        header: t('person'),
        value: ({ name }) => name,
        cell: (signIn) => <SignInPerson signIn={signIn} />,
        fixed: true,
        sortable: false,
        width: 210,
        grow: 2,
        card: 'title',
      },
      {
        id: 'at',
        header: t('when'),
        value: ({ at }) => new Date(at),
        cell: ({ at }) => <Time at={at} as="dayTime" />,
        sortable: false,
        width: 150,
        card: 'corner',
      },
      {
        id: 'outcome',
        header: t('outcome'),
        value: ({ outcome }) => outcome,
        cell: ({ outcome }) => <StatusDot tone={tones[outcome]} label={t(outcome)} />,
        sortable: false,
        width: 160,
        card: 'line',
      },
      {
        id: 'method',
        header: t('method'),
        value: ({ method }) => t(method),
        sortable: false,
        width: 150,
      },
      {
        id: 'address',
        header: t('address'),
        value: ({ ipAddress }) => ipAddress,
        cell: ({ ipAddress }) => <span className="font-mono text-sm">{ipAddress ?? t('unknown')}</span>,
        sortable: false,
        width: 130,
      },
      {
        id: 'device',
        header: t('device'),
        value: ({ device }) => device,
        cell: ({ device }) => device ?? <span className="text-ink-3">{t('unknown')}</span>,
        sortable: false,
        width: 150,
      },
    ],
    [t],
  );
}
