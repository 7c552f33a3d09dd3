import { createLink } from '@tanstack/react-router';
import type { ComponentProps, ReactNode } from 'react';

interface PageTabsProps {
  label: string;
  /** PageTab elements. */
  children: ReactNode;
}

/** Pages that belong together, each with its own address. Parts of one page are Tabs. */
export function PageTabs({ label, children }: PageTabsProps) {
  return (
    <nav aria-label={label} className="flex gap-5 overflow-x-auto border-b border-line">
      {children}
    </nav>
  );
}

interface PageTabAnchorProps extends ComponentProps<'a'> {
  /** How many wait inside. */
  count?: number | undefined;
}

export const PageTab = createLink(PageTabAnchor);

function PageTabAnchor({ count, children, ...anchor }: PageTabAnchorProps) {
  return (
    <a
      {...anchor}
      className="-mb-px flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-body font-medium text-ink-2 -outline-offset-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink"
    >
      {children}
      {count !== undefined && <span className="text-sm font-normal text-ink-3">{count}</span>}
    </a>
  );
}
