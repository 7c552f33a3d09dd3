import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { BudgetForm } from './budgets/BudgetForm.tsx';
import { BudgetList } from './budgets/BudgetList.tsx';
import { budgetsQuery } from './budgets/budgets-query.ts';
import { budgetMessages } from './budgets/messages.ts';
import { useScopes } from './budgets/use-scopes.ts';
import { CostsHeader } from './CostsHeader.tsx';
import { costPlaceMessages } from './place-messages.ts';
import { useCurrencies } from './use-currencies.ts';

const route = getRouteApi('/shell/costs/budgets');

export function BudgetsPage() {
  return (
    <OnlyWith needs={['costs.read']}>
      <Page>
        <CostsHeader />
        <Budgets />
      </Page>
    </OnlyWith>
  );
}

function Budgets() {
  const t = useT(budgetMessages);
  const place = useT(costPlaceMessages);
  const { edit } = route.useSearch();
  const navigate = route.useNavigate();
  const mayManage = useAllows()('budgets.manage');
  const { data: budgets, isError, isFetching, refetch } = useQuery(budgetsQuery);
  const { choicesFor, nameOf } = useScopes();
  const currencies = useCurrencies();
  if (!budgets) {
    return isError ? (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={8} />
    );
  }
  const budget = budgets.find(({ budgetId }) => budgetId === edit);
  const open = mayManage && (budget !== undefined || edit === 'new');
  const close = () => void navigate({ search: {} });
  return (
    <>
      <BudgetList budgets={budgets} nameOf={nameOf} mayManage={mayManage} />
      <Dialog
        open={open}
        onOpenChange={(next) => !next && close()}
        title={budget ? t('change') : place('newBudget')}
        size="medium"
      >
        <BudgetForm
          budget={budget}
          scopes={choicesFor(budget)}
          currencies={budget ? [...new Set([budget.currency, ...currencies])] : currencies}
          onDone={close}
        />
      </Dialog>
    </>
  );
}
