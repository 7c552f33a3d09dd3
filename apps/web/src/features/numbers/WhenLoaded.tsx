import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { numbersQuery, type Connected } from '../../data/numbers.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Link } from '../../ui/actions/Link.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { EmptyState } from '../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { numberMessages } from './messages.ts';

interface WhenLoadedProps {
  /** Which number or account. */
  id: string;
  /** What to say when there is no such thing. */
  missing: string;
  /** Null when it is not among what is connected. */
  show: (connected: Connected, id: string) => ReactNode;
}

/** The page of one number or account, once all that is connected is known. */
export function WhenLoaded(props: WhenLoadedProps) {
  return (
    <OnlyWith needs={['numbers.read']}>
      <Page width="read">
        <Loaded {...props} />
      </Page>
    </OnlyWith>
  );
}

function Loaded({ id, missing, show }: WhenLoadedProps) {
  const t = useT(numberMessages);
  const { data, isError, isFetching, refetch } = useQuery(numbersQuery);
  if (!data) {
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <div className="pt-6">
        <SkeletonLines lines={8} />
      </div>
    );
  }
  return (
    show(data, id) ?? (
      <EmptyState title={missing} action={<Link to="/numbers">{t('backToNumbers')}</Link>}>
        {t('missingHelp')}
      </EmptyState>
    )
  );
}
