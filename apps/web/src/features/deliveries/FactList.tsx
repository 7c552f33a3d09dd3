import type { ReactNode } from 'react';

type Fact = readonly [name: string, value: ReactNode];

/** Names and values, one below the other; what is false is left out. */
export function FactList({ facts }: { facts: readonly (Fact | false | null | '')[] }) {
  return (
    <dl className="grid gap-2.5">
      {facts
        .filter((fact): fact is Fact => Array.isArray(fact))
        .map(([name, value]) => (
          <div key={name} className="grid gap-0.5">
            <dt className="text-sm text-ink-3">{name}</dt>
            <dd className="wrap-anywhere [&_time]:whitespace-normal">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
