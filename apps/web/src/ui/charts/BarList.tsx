import { useId } from 'react';

interface BarListProps {
  title: string;
  bars: readonly { name: string; value: number }[];
  format: (value: number) => string;
  /** The one to look at; without it all are alike. */
  highlight?: string;
}

/** Named things by size, largest first, each with its number: a chart that needs no table behind it. */
export function BarList({ title, bars, format, highlight }: BarListProps) {
  const id = useId();
  const most = Math.max(1, ...bars.map((bar) => bar.value));
  const fill = (name: string) =>
    !highlight || name === highlight ? 'var(--series-1)' : 'var(--series-rest)';
  return (
    <figure aria-labelledby={id} className="grid gap-3">
      <figcaption id={id} className="text-body font-medium">
        {title}
      </figcaption>
      <ol className="grid gap-1.5 text-sm">
        {bars
          .toSorted((a, b) => b.value - a.value)
          .map((bar) => (
            <li key={bar.name} className="grid grid-cols-[minmax(72px,30%)_1fr] items-center gap-3">
              <span className={bar.name === highlight ? 'truncate font-medium' : 'truncate text-ink-2'}>
                {bar.name}
              </span>
              <span className="flex min-w-0 items-center gap-2">
                <span
                  aria-hidden
                  className="h-4 min-w-0.5 rounded-sm"
                  style={{ width: `${(bar.value / most) * 72}%`, background: fill(bar.name) }}
                />
                <span className="whitespace-nowrap">{format(bar.value)}</span>
              </span>
            </li>
          ))}
      </ol>
    </figure>
  );
}
