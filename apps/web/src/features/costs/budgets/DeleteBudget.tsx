import { useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { patchQuery } from '../../../data/patch-query.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { budgetsQuery, type Budget } from './budgets-query.ts';
import { budgetMessages } from './messages.ts';

export function DeleteBudget({ budget: { budgetId, name } }: { budget: Budget }) {
  const t = useT(budgetMessages);
  const queryClient = useQueryClient();
  return (
    <ConfirmAction
      size="small"
      icon={Trash2}
      label={t('delete')}
      title={t('deleteTitle', { name })}
      confirm={t('deleteAct')}
      act={async () => {
        await api.budgets.remove({ budgetId });
        toast(t('deleted', { name }));
        patchQuery<Budget[]>(queryClient, budgetsQuery, (all) =>
          all.filter((budget) => budget.budgetId !== budgetId),
        );
      }}
    >
      <p>{t('deleteHelp')}</p>
    </ConfirmAction>
  );
}
