import type { ReactNode } from 'react';
import { classes } from '../../../ui/classes.ts';

export interface Fact {
  name: string;
  value: ReactNode;
  /** Meta's own word for it, for those who look it up there. */
  meta?: string | null;
  /** Takes a line of its own. */
  wide?: boolean;
}

interface FactsProps {
  facts: readonly Fact[];
  /** Narrow columns for a glance; wide ones for reading. */
  dense?: boolean;
}

export function Facts({ facts, dense = false }: FactsProps) {
  return (
    <dl
      className={classes(
        'grid gap-x-4 gap-y-2.5',
        dense
          ? 'grid-cols-2 sm:grid-cols-[repeat(auto-fit,minmax(7.25rem,1fr))]'
          : 'grid-cols-2 lg:grid-cols-3',
      )}
    >
      {facts.map(({ name, value, meta, wide }) => (
        <div key={name} className={classes('grid min-w-0 content-start gap-0.5', wide && 'col-span-full')}>
          <dt className="text-sm text-ink-3">{name}</dt>
          <dd className="min-w-0 text-body wrap-anywhere">
            {value}
            {meta && (
              <span translate="no" className="block font-mono text-xs text-ink-3">
                {meta}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
