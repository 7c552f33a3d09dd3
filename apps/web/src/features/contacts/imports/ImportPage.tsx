import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { api } from '../../../data/api.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { readMessage, useT } from '../../../i18n/use-t.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Button } from '../../../ui/actions/Button.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { Progress } from '../../../ui/feedback/Progress.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { importMessages } from './messages.ts';
import { Outcome } from './Outcome.tsx';
import { PlanForm } from './PlanForm.tsx';
import { importQuery, type Import } from './queries.ts';
import { StateBadge } from './StateBadge.tsx';

const route = getRouteApi('/shell/contacts/imports/$importId');

export function ImportPage() {
  return (
    <OnlyWith needs={['contacts.import']}>
      <Page width="read">
        <OneImport />
      </Page>
    </OnlyWith>
  );
}

function OneImport() {
  const t = useT(importMessages);
  const { importId } = route.useParams();
  const {
    data: shown,
    error,
    isFetching,
    refetch,
  } = useQuery({
    ...importQuery(importId),
    // Events tell it at once; this is for a line on which they do not come.
    refetchInterval: ({ state }) => (isGoing(state.data?.state) ? 5000 : false),
  });
  const back = <Link to="/contacts/imports">{t('backToList')}</Link>;
  if (shown === undefined)
    return error === null ? (
      <SkeletonLines lines={8} />
    ) : (
      <ErrorState title={t('failedToLoad')} onRetry={() => void refetch()} retrying={isFetching} />
    );
  return (
    <>
      <PageHeader title={shown.fileName} back={back} beside={<StateBadge state={shown.state} />} />
      <Step key={shown.importId} shown={shown} />
    </>
  );
}

const isGoing = (state: string | undefined): boolean =>
  state === 'checking' || state === 'running' || state === 'undoing';

function Step({ shown }: { shown: Import }) {
  const locale = useLocale();
  const t = useT(importMessages);
  const { columns = false } = route.useSearch();
  const navigate = route.useNavigate();
  if (shown.state === 'draft' || (shown.state === 'checked' && columns))
    return <PlanForm shown={shown} onChecked={() => void navigate({ search: {} })} />;
  const known = ['too_many_rows', 'open_quote', 'file_gone'].includes(shown.failure ?? '');
  return (
    <div className="grid gap-4">
      {shown.failure && (
        <Banner tone="bad">
          {readMessage(importMessages, `failure_${known ? shown.failure : 'other'}`, {}, locale)}{' '}
          {shown.canUndo && t('failureKept')}
        </Banner>
      )}
      {isGoing(shown.state) && <Going shown={shown} />}
      <Outcome shown={shown} />
      <Actions shown={shown} />
    </div>
  );
}

function Going({ shown: { state, seen, total } }: { shown: Import }) {
  const t = useT(importMessages);
  const label = t(state === 'checking' ? 'checking' : state === 'running' ? 'running' : 'undoing');
  return (
    <Card>
      <div aria-live="polite">
        {state === 'running' && total !== null ? (
          <Progress label={label} done={seen} total={total} />
        ) : (
          <p>
            {label}
            {state === 'checking' && <span className="text-ink-2"> · {t('rowsSeen', { count: seen })}</span>}
          </p>
        )}
      </div>
    </Card>
  );
}

function Actions({ shown }: { shown: Import }) {
  const t = useT(importMessages);
  const queryClient = useQueryClient();
  const { say } = useProblems();
  const navigate = route.useNavigate();
  const [busy, setBusy] = useState(false);
  const { importId, state, counts } = shown;
  const act = async (verb: 'start' | 'stop' | 'undo') => {
    queryClient.setQueryData(importQuery(importId).queryKey, await api.contactImports[verb]({ importId }));
  };
  const tryIt = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      toast(say(error), { tone: 'bad' });
    } finally {
      setBusy(false);
    }
  };
  const discard = async () => {
    await api.contactImports.discard({ importId });
    await navigate({ to: '/contacts/imports' });
  };
  const rows = counts.created + counts.updated + counts.unchanged;
  return (
    <div className="flex flex-wrap gap-2">
      {state === 'checked' && (
        <>
          {rows > 0 && (
            <Button tone="primary" busy={busy} onClick={() => void tryIt(() => act('start'))}>
              {t('start', { count: rows })}
            </Button>
          )}
          <Button onClick={() => void navigate({ search: { columns: true } })}>{t('checkAgain')}</Button>
          <Button onClick={() => void tryIt(discard)}>{t('discard')}</Button>
        </>
      )}
      {state === 'running' && (
        <Button busy={busy} onClick={() => void tryIt(() => act('stop'))}>
          {t('stop')}
        </Button>
      )}
      {shown.canUndo && (
        <ConfirmAction
          label={t('undo')}
          icon={Undo2}
          title={t('undoTitle')}
          confirm={t('undo')}
          act={() => act('undo')}
        >
          {t('undoHelp')}
        </ConfirmAction>
      )}
    </div>
  );
}
