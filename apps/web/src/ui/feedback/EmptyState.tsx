import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyStateProps {
  icon?: LucideIcon;
  title: string;
  children: ReactNode;
  /** What a filled screen will look like: a believable row or card, dimmed, not read aloud. */
  example?: ReactNode;
  /** The one next step. */
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, example, action }: EmptyStateProps) {
  return (
    <div className="mx-auto grid w-full max-w-md justify-items-center gap-4 px-4 py-12 text-center">
      {example && (
        <div
          aria-hidden
          inert
          className="w-full text-start [mask-image:linear-gradient(#000_30%,transparent)] select-none"
        >
          {example}
        </div>
      )}
      {!example && Icon && (
        <span className="grid size-11 place-items-center rounded-lg bg-accent-soft text-accent-ink">
          <Icon aria-hidden className="size-5" />
        </span>
      )}
      <div className="grid gap-1.5">
        <h2 className="text-xl font-semibold text-balance">{title}</h2>
        <div className="text-body text-pretty text-ink-2">{children}</div>
      </div>
      {action}
    </div>
  );
}
