import { contract } from '@trikon/contract';
import { workspaceRoutes, type Route } from '../../../platform/http/index.ts';
import { createBudget, listBudgets, removeBudget, updateBudget } from './budgets.ts';
import { readMeter, summariseCosts } from './costs.ts';
import { listPrices, putPrice, removePrice } from './price-list.ts';

export function costRoutes(): Route[] {
  return [
    ...workspaceRoutes('costs', contract.costs, {
      summary: ({ tx, input }) => summariseCosts(tx, input),
      meter: ({ tx, input }) => readMeter(tx, input),
      listPrices: ({ tx }) => listPrices(tx),
      putPrice: ({ tx, input }) => putPrice(tx, input),
      removePrice: ({ tx, input }) => removePrice(tx, input.entryId),
    }),
    ...workspaceRoutes('budgets', contract.budgets, {
      list: ({ tx }) => listBudgets(tx),
      create: ({ tx, input }) => createBudget(tx, input),
      update: ({ tx, input }) => updateBudget(tx, input),
      remove: ({ tx, input }) => removeBudget(tx, input.budgetId),
    }),
  ];
}
