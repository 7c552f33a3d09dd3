import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useAllows, useOpenWorkspace } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { useFindings } from './health/use-findings.ts';
import { NumbersList } from './list/NumbersList.tsx';
import { numberMessages } from './messages.ts';
import { numbersQuery } from '../../data/numbers.ts';
import { numberPlaceMessages } from './place-messages.ts';

export function NumbersPage() {
  return (
    <OnlyWith needs={['numbers.read']}>
      <Page>
        <Numbers />
      </Page>
    </OnlyWith>
  );
}

function Numbers() {
  const t = useT(numberMessages);
  const place = useT(numberPlaceMessages);
  const mayManage = useAllows()('numbers.manage');
  const workspace = useOpenWorkspace()?.name ?? '';
  const { data, isError, isFetching, refetch } = useQuery(numbersQuery);
  const findings = useFindings(data?.numbers ?? []);
  const some = data?.accounts.some(({ disconnectedAt }) => disconnectedAt === null) ?? false;
  return (
    <>
      <PageHeader
        title={place('title')}
        description={t('about')}
        actions={
          mayManage &&
          some && (
            <ButtonLink tone="primary" icon={Plus} to="/numbers/connect">
              {place('connect')}
            </ButtonLink>
          )
        }
      />
      {data ? (
        <NumbersList connected={data} findings={findings} workspace={workspace} mayManage={mayManage} />
      ) : (
        <div className="rounded-lg border border-line bg-raised p-pad">
          {isError ? (
            <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
          ) : (
            <SkeletonLines lines={8} />
          )}
        </div>
      )}
    </>
  );
}
