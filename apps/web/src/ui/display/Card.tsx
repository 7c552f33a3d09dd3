import type { ReactNode } from 'react';
import { classes } from '../classes.ts';

interface CardProps {
  title?: string;
  description?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  className?: string;
}

export function Card({ title, description, actions, children, className }: CardProps) {
  return (
    <section className={classes('min-w-0 rounded-lg border border-line bg-raised', className)}>
      {(title || actions) && (
        <header className="flex flex-wrap items-start justify-between gap-3 px-pad pt-pad">
          <div className="grid min-w-0 gap-0.5">
            {title && <h2 className="text-lg font-semibold">{title}</h2>}
            {description && <p className="max-w-(--measure) text-sm text-ink-2">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className="p-pad">{children}</div>
    </section>
  );
}
