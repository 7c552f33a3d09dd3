import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useLocale } from '../../i18n/locale.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { today } from '../../ui/dates/day.ts';
import { useNow } from '../../ui/display/clock.ts';
import { Page } from '../../ui/display/Page.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { CostsHeader } from './CostsHeader.tsx';
import { costMessages } from './messages.ts';
import { MonthPicker } from './month/MonthPicker.tsx';
import { monthOf } from './month/month.ts';
import { monthQuery } from './month/month-query.ts';
import { MonthView } from './month/MonthView.tsx';

const route = getRouteApi('/shell/costs');

export function CostsPage() {
  return (
    <OnlyWith needs={['costs.read']}>
      <Page>
        <CostsHeader />
        <Costs />
      </Page>
    </OnlyWith>
  );
}

function Costs() {
  const t = useT(costMessages);
  const { zone } = useLocale();
  const present = monthOf(today(zone, useNow()));
  const { month = present } = route.useSearch();
  const { data, isError, isFetching, refetch } = useQuery(monthQuery(month));
  return (
    <div className="grid gap-5">
      <MonthPicker month={month} present={present} />
      {data ? (
        <MonthView month={month} present={present} costs={data} />
      ) : isError ? (
        <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
      ) : (
        <SkeletonLines lines={10} />
      )}
    </div>
  );
}
