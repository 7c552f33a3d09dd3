import type { ReactNode } from 'react';

interface PageHeaderProps {
  title: string;
  /** One sentence: what this page is for. */
  description?: ReactNode;
  actions?: ReactNode;
  /** Stands above the title: the way back. */
  back?: ReactNode;
  /** Stands beside the title: a badge, a count. */
  beside?: ReactNode;
  /** Tabs or filters that belong to the whole page. */
  children?: ReactNode;
}

/** The page's one h1; the shell moves the keyboard to it when the address changes. */
export function PageHeader({ title, description, actions, back, beside, children }: PageHeaderProps) {
  return (
    <header className="grid gap-4 pt-5 pb-5 max-sm:pt-3 max-sm:pb-4">
      {back && <div className="-mb-3 text-sm">{back}</div>}
      <div className="grid gap-1">
        <div className="flex min-w-0 items-start justify-between gap-x-4 gap-y-3">
          <div className="flex min-h-control min-w-0 flex-1 flex-wrap items-center gap-2.5">
            <h1 tabIndex={-1} className="min-w-0 text-2xl font-semibold tracking-[-0.012em] text-balance">
              {title}
            </h1>
            {beside}
          </div>
          {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
        </div>
        {description && <p className="max-w-(--measure) text-body text-pretty text-ink-2">{description}</p>}
      </div>
      {children}
    </header>
  );
}
