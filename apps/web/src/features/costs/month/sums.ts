import type { CostLine, MonthOfCosts } from './month-query.ts';

export interface Sums {
  messages: number;
  free: number;
  micros: number;
  unpriced: number;
  estimatedMicros: number;
  differenceMicros: number;
}

/** The currencies in which something was charged, what was spent most in first. */
export function currenciesOf({ categories }: MonthOfCosts): string[] {
  const spent = new Map<string, number>();
  for (const { currency, micros } of categories) spent.set(currency, (spent.get(currency) ?? 0) + micros);
  return [...spent.keys()].toSorted((one, other) => spent.get(other)! - spent.get(one)!);
}

export const inCurrency = (lines: readonly CostLine[], currency: string): CostLine[] =>
  lines.filter((line) => line.currency === currency);

export function sumsOf({ categories, pricing }: MonthOfCosts, currency: string): Sums {
  const lines = inCurrency(categories, currency);
  const sum = (measure: (line: CostLine) => number): number =>
    lines.reduce((total, line) => total + measure(line), 0);
  return {
    messages: sum(({ messages }) => messages),
    free: inCurrency(pricing, currency)
      .filter(({ key }) => key?.startsWith('free'))
      .reduce((total, { messages }) => total + messages, 0),
    micros: sum(({ micros }) => micros),
    unpriced: sum(({ unpriced }) => unpriced),
    estimatedMicros: sum(({ estimatedMicros }) => estimatedMicros),
    differenceMicros: sum(({ differenceMicros }) => differenceMicros),
  };
}
