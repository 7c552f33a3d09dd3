import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { IndianRupee } from 'lucide-react';
import { onEvents } from '../../data/live.ts';
import { words } from '../../i18n/words.ts';
import type { Feature } from '../../shell/feature.ts';
import { shellRoute } from '../../shell/root-route.tsx';
import { later } from '../../ui/later.tsx';
import { applyBudgetEvent } from './apply-events.ts';
import { costPlaceMessages } from './place-messages.ts';

const getParentRoute = () => shellRoute;

export const costsRoute = createRoute({
  getParentRoute,
  path: '/costs',
  /** Another month than the present one, as 2026-10. */
  validateSearch: ({ month }: Record<string, unknown>): { month?: string } =>
    typeof month === 'string' && /^20\d{2}-(0[1-9]|1[0-2])$/.test(month) ? { month } : {},
  component: lazyRouteComponent(() => import('./CostsPage.tsx'), 'CostsPage'),
  staticData: { title: words(costPlaceMessages, 'title') },
});

export const budgetsRoute = createRoute({
  getParentRoute,
  path: '/costs/budgets',
  /** The budget that is being changed, or `new`. */
  validateSearch: ({ edit }: Record<string, unknown>): { edit?: string } =>
    typeof edit === 'string' && edit !== '' ? { edit } : {},
  component: lazyRouteComponent(() => import('./BudgetsPage.tsx'), 'BudgetsPage'),
  staticData: { title: words(costPlaceMessages, 'budgets') },
});

export const pricesRoute = createRoute({
  getParentRoute,
  path: '/costs/prices',
  validateSearch: ({ add }: Record<string, unknown>): { add?: boolean } => (add === true ? { add } : {}),
  component: lazyRouteComponent(() => import('./PricesPage.tsx'), 'PricesPage'),
  staticData: { title: words(costPlaceMessages, 'prices') },
});

export const costs: Feature = {
  name: 'costs',
  places: [
    {
      route: costsRoute,
      label: words(costPlaceMessages, 'title'),
      icon: IndianRupee,
      section: 'measure',
      keys: 'g k',
      needs: 'costs.read',
    },
  ],
  Everywhere: later(async () => (await import('./CostCommands.tsx')).CostCommands, { optional: true }),
};

onEvents('budget', applyBudgetEvent);
