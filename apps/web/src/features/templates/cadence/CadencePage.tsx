import { useQuery } from '@tanstack/react-query';
import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { TemplatesHeader } from '../TemplatesHeader.tsx';
import { CareSettings } from './CareSettings.tsx';
import { Due } from './Due.tsx';
import { Festivals } from './Festivals.tsx';
import { cadenceMessages } from './messages.ts';
import { Occasions } from './Occasions.tsx';
import { cadenceQuery, type Cadence } from './queries.ts';
import { useDay } from './use-day.ts';

export function CadencePage() {
  const t = useT(cadenceMessages);
  const { data, isError, isFetching, refetch } = useQuery(cadenceQuery);
  return (
    <OnlyWith needs={['templates.read']}>
      <Page>
        <TemplatesHeader about={t('about')} />
        {data ? (
          <div className="grid gap-5">
            <LockBanner cadence={data} />
            <Due cadence={data} />
            <Occasions cadence={data} />
            <Festivals cadence={data} />
            <CareSettings cadence={data} />
          </div>
        ) : isError ? (
          <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
        ) : (
          <SkeletonLines lines={10} />
        )}
      </Page>
    </OnlyWith>
  );
}

function LockBanner({ cadence: { locked, locks } }: { cadence: Cadence }) {
  const t = useT(cadenceMessages);
  const dayOf = useDay();
  const say = useSentence();
  if (locked)
    return <Banner tone="warn">{t('lockedNow', { name: say(locked.name), day: dayOf(locked.day) })}</Banner>;
  const [next] = locks;
  return (
    <Banner tone="good">
      {t('openNow')}{' '}
      {next && t('nextLock', { from: dayOf(next.from), name: say(next.name), day: dayOf(next.day) })}
    </Banner>
  );
}
