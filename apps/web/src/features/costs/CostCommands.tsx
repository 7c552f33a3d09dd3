import { useNavigate } from '@tanstack/react-router';
import { ReceiptIndianRupee, Wallet } from 'lucide-react';
import { useMemo } from 'react';
import { useAllows } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import type { Command } from '../../shell/commands/command.ts';
import { useCommands } from '../../shell/commands/registry.ts';
import { costPlaceMessages } from './place-messages.ts';

export function CostCommands() {
  const t = useT(costPlaceMessages);
  const navigate = useNavigate();
  const allows = useAllows();
  const [mayRead, mayManage] = [allows('costs.read'), allows('budgets.manage')];
  const commands = useMemo(() => {
    const group = t('title');
    const pages: Command[] = [
      {
        id: 'costs.budgets',
        label: t('budgets'),
        group,
        icon: Wallet,
        alsoKnownAs: ['budget limit spend cap'],
        run: () => void navigate({ to: '/costs/budgets' }),
      },
      {
        id: 'costs.prices',
        label: t('prices'),
        group,
        icon: ReceiptIndianRupee,
        alsoKnownAs: ['rate card price list'],
        run: () => void navigate({ to: '/costs/prices' }),
      },
    ];
    const budget: Command = {
      id: 'costs.budget',
      label: t('newBudget'),
      group,
      icon: Wallet,
      keys: 'c b',
      alsoKnownAs: ['create budget limit'],
      run: () => void navigate({ to: '/costs/budgets', search: { edit: 'new' } }),
    };
    return [...(mayRead ? pages : []), ...(mayManage ? [budget] : [])];
  }, [t, navigate, mayRead, mayManage]);
  useCommands(commands);
  return null;
}
