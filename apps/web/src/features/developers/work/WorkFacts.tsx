import type { ReactNode } from 'react';

interface WorkFactsProps {
  reasonTitle: string;
  reason: string;
  facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Why something did not work, in full, and what else is known about it. */
export function WorkFacts({ reasonTitle, reason, facts }: WorkFactsProps) {
  return (
    <>
      <section className="grid gap-1.5">
        <h3 className="text-sm font-medium">{reasonTitle}</h3>
        <pre className="max-h-64 overflow-y-auto rounded-md bg-sunken px-3 py-2.5 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
          {reason}
        </pre>
      </section>
      <dl className="grid gap-2.5">
        {facts.map(([name, value]) => (
          <div key={name} className="grid gap-0.5">
            <dt className="text-sm text-ink-3">{name}</dt>
            <dd className="wrap-anywhere [&_time]:whitespace-normal">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
