import { useQuery } from '@tanstack/react-query';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { Card } from '../../ui/display/Card.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { AccountFrame } from './AccountFrame.tsx';
import { DeviceRow } from './DeviceRow.tsx';
import { EndOthers } from './EndOthers.tsx';
import { devicesMessages } from './messages.ts';
import { accountPlaceMessages } from './place-messages.ts';
import { sessionsQuery } from './sessions-query.ts';

export function DevicesPage() {
  const t = useT(devicesMessages);
  const place = useT(accountPlaceMessages);
  const { data } = useQuery(sessionsQuery);
  const others = data?.filter(({ current }) => !current).length ?? 0;
  return (
    <AccountFrame>
      <Card title={place('devices')} description={t('help')}>
        <div className="grid gap-4">
          <DeviceList />
          {others > 0 && (
            <div>
              <EndOthers count={others} />
            </div>
          )}
        </div>
      </Card>
    </AccountFrame>
  );
}

function DeviceList() {
  const t = useT(devicesMessages);
  const problems = useProblems();
  const { data, error, refetch, isFetching } = useQuery(sessionsQuery);
  if (error)
    return (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching}>
        {problems.say(error)}
      </ErrorState>
    );
  if (!data) return <SkeletonLines lines={4} />;
  const here = data.filter(({ current }) => current);
  const others = data.filter(({ current }) => !current);
  return (
    <>
      <ul className="grid divide-y divide-line">
        {[...here, ...others].map((session) => (
          <DeviceRow key={session.sessionId} session={session} />
        ))}
      </ul>
      {others.length === 0 && <p className="pt-3 text-ink-2">{t('alone')}</p>}
    </>
  );
}
