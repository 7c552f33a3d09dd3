import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { costMessages } from '../messages.ts';
import { ExampleMonth } from './ExampleMonth.tsx';
import type { Month } from './month.ts';
import { useMonthName } from './use-month-name.ts';

export function NoCosts({ month, present }: { month: Month; present: Month }) {
  const t = useT(costMessages);
  const nameOf = useMonthName();
  return (
    <div className="rounded-lg border border-line bg-raised">
      <EmptyState
        title={month === present ? t('noneYet') : t('none', { month: nameOf(month) })}
        example={<ExampleMonth />}
        action={
          <ButtonLink tone="primary" to="/costs/prices">
            {t('seePrices')}
          </ButtonLink>
        }
      >
        {t('noneHelp')}
      </EmptyState>
    </div>
  );
}
