import { Wallet } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { costPlaceMessages } from '../place-messages.ts';
import { BudgetRow } from './BudgetRow.tsx';
import type { Budget } from './budgets-query.ts';
import { budgetMessages } from './messages.ts';

interface BudgetListProps {
  budgets: readonly Budget[];
  nameOf: (scope: Budget) => string;
  mayManage: boolean;
}

export function BudgetList({ budgets, nameOf, mayManage }: BudgetListProps) {
  const t = useT(budgetMessages);
  const place = useT(costPlaceMessages);
  if (budgets.length === 0) {
    return (
      <div className="rounded-lg border border-line bg-raised">
        <EmptyState
          icon={Wallet}
          title={t('none')}
          example={<ExampleBudget />}
          action={
            mayManage && (
              <ButtonLink tone="primary" to="/costs/budgets" search={{ edit: 'new' }}>
                {place('newBudget')}
              </ButtonLink>
            )
          }
        >
          {t('noneHelp')} {!mayManage && t('noneNotYours')}
        </EmptyState>
      </div>
    );
  }
  return (
    <ul aria-label={t('budgets')} className="divide-y divide-line rounded-lg border border-line bg-raised">
      {budgets.map((budget) => (
        <BudgetRow key={budget.budgetId} budget={budget} scope={nameOf(budget)} mayManage={mayManage} />
      ))}
    </ul>
  );
}

const rupee = 1_000_000;

function ExampleBudget() {
  const t = useT(budgetMessages);
  const example: Budget = {
    budgetId: '',
    name: t('exampleName'),
    scope: 'workspace',
    scopeId: null,
    category: 'marketing',
    period: 'month',
    currency: 'INR',
    limitMicros: 5_000 * rupee,
    warnPercents: [80],
    stops: true,
    startsOn: '2026-11-01',
    spentMicros: 3_240 * rupee,
    queuedMicros: 410 * rupee,
  };
  return (
    <ul className="rounded-lg border border-line bg-surface pb-8">
      <BudgetRow budget={example} scope={t('everything')} mayManage={false} />
    </ul>
  );
}
