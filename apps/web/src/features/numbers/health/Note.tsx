import type { ReactNode } from 'react';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import type { Tone } from '../../../ui/feedback/tones.ts';

interface NoteProps {
  tone: Tone;
  title: string;
  /** What it means, and what to do. */
  help: ReactNode;
  /** Does something about it here. */
  action?: ReactNode;
}

export function Note({ tone, title, help, action }: NoteProps) {
  return (
    <Banner tone={tone}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-[1_1_16rem] gap-0.5">
          <h3 className="font-medium">{title}</h3>
          <p className="max-w-(--measure) text-ink">{help}</p>
        </div>
        {action}
      </div>
    </Banner>
  );
}
