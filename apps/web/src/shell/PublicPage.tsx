import type { ReactNode } from 'react';
import { LanguageLine } from './LanguageLine.tsx';

interface PublicPageProps {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Stands under the card: the way to another page. */
  footer?: ReactNode;
}

/** One thing to do, in the middle of a quiet page: signing in, joining, setting up. */
export function PublicPage({ title, description, children, footer }: PublicPageProps) {
  return (
    <div className="grid w-full max-w-100 gap-5 pointer-fine:[--control-height:38px]">
      <section className="grid gap-6 rounded-lg border border-line bg-surface p-7 max-sm:border-0 max-sm:bg-transparent max-sm:p-0">
        <header className="grid gap-1.5">
          <h1 tabIndex={-1} className="text-2xl font-semibold tracking-[-0.012em] text-balance">
            {title}
          </h1>
          {description && <div className="text-body text-pretty text-ink-2">{description}</div>}
        </header>
        {children}
      </section>
      {footer && <div className="text-center text-sm text-ink-2 max-sm:text-start">{footer}</div>}
      <LanguageLine />
    </div>
  );
}
