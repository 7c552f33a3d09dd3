import { Plus } from 'lucide-react';
import { useMatchRoute } from '@tanstack/react-router';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { PageTab, PageTabs } from '../../ui/display/PageTabs.tsx';
import { costMessages } from './messages.ts';
import { costPlaceMessages } from './place-messages.ts';

/** The head of the pages about money, with the one thing that is made on each. */
export function CostsHeader() {
  const t = useT(costMessages);
  const place = useT(costPlaceMessages);
  const matches = useMatchRoute();
  const mayManage = useAllows()('budgets.manage');
  const onBudgets = mayManage && matches({ to: '/costs/budgets' }) !== false;
  const onPrices = mayManage && matches({ to: '/costs/prices' }) !== false;
  return (
    <PageHeader
      title={place('title')}
      description={t('about')}
      actions={
        <>
          {onBudgets && (
            <ButtonLink tone="primary" icon={Plus} to="/costs/budgets" search={{ edit: 'new' }}>
              {place('newBudget')}
            </ButtonLink>
          )}
          {onPrices && (
            <ButtonLink tone="primary" icon={Plus} to="/costs/prices" search={{ add: true }}>
              {place('newPrice')}
            </ButtonLink>
          )}
        </>
      }
    >
      <PageTabs label={t('pages')}>
        <PageTab to="/costs" activeOptions={{ exact: true, includeSearch: false }}>
          {t('month')}
        </PageTab>
        <PageTab to="/costs/budgets" activeOptions={{ includeSearch: false }}>
          {place('budgets')}
        </PageTab>
        <PageTab to="/costs/prices" activeOptions={{ includeSearch: false }}>
          {place('prices')}
        </PageTab>
      </PageTabs>
    </PageHeader>
  );
}
