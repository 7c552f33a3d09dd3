import type { ReactNode } from 'react';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import type { Tone } from '../../../ui/feedback/tones.ts';

interface StopProps {
  tone: Tone;
  title: string;
  action?: ReactNode;
  /** Why, and what to do. */
  children: ReactNode;
}

export function Stop({ tone, title, action, children }: StopProps) {
  return (
    <Banner tone={tone}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-[1_1_18rem] gap-0.5">
          <h2 className="font-medium wrap-anywhere">{title}</h2>
          <p className="max-w-(--measure) text-pretty text-ink">{children}</p>
        </div>
        {action && <div className="flex flex-wrap gap-2">{action}</div>}
      </div>
    </Banner>
  );
}
