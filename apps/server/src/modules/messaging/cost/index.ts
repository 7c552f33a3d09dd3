export { applyPricing, type PricedStatus } from './apply-pricing.ts';
export { presentPricing, readAllowances, type Allowance, type PresentPricing } from './allowance.ts';
export { budgetsLeft, readBudgetsLeft, type BudgetLeft } from './budget-state.ts';
export { watchBudgets } from './budget-watch.ts';
export { priceIn, priceOf, type SentCategory, type Tariff } from './price.ts';
export { priceInSql } from './price-in-sql.ts';
export { reserve, type Expected } from './reservations.ts';
export { costRoutes } from './routes.ts';
