import { useId, type ReactNode } from 'react';

interface ActionCardProps {
  /** By which an address leads to it. */
  anchor?: string;
  title: string;
  description: ReactNode;
  /** The one thing to do here. */
  action?: ReactNode;
  /** What came of it. */
  children?: ReactNode;
}

export function ActionCard({ anchor, title, description, action, children }: ActionCardProps) {
  const id = useId();
  return (
    <section
      id={anchor}
      aria-labelledby={id}
      className="grid scroll-mt-4 gap-4 rounded-lg border border-line bg-raised p-pad"
    >
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="grid min-w-0 flex-[1_1_16rem] gap-0.5">
          <h2 id={id} className="text-lg font-semibold">
            {title}
          </h2>
          <p className="max-w-(--measure) text-sm text-ink-2">{description}</p>
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
