import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';

interface FoldedProps {
  label: string;
  children: ReactNode;
}

/** Kept for those who look back, out of the way of everyone else. */
export function Folded({ label, children }: FoldedProps) {
  return (
    <details className="group">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-lg px-pad py-2.5 text-sm font-medium text-ink-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 transition-transform duration-(--quick) group-open:rotate-90 rtl:-scale-x-100"
        />
        {label}
      </summary>
      {children}
    </details>
  );
}
