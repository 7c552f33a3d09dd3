import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { toneOfMatter, type Matter } from './judge.ts';
import { matterMessages } from './messages.ts';
import { useMatterTitle } from './use-matter-title.ts';

interface MatterNoteProps {
  matter: Matter;
  /** Until when, for a token that ends. */
  daysLeft: number;
  /** Does something about it here. */
  action?: ReactNode;
}

/** What is the matter, what it means, and what to do about it. */
export function MatterNote({ matter, daysLeft, action }: MatterNoteProps) {
  const t = useT(matterMessages);
  const titleOf = useMatterTitle();
  return (
    <Banner tone={toneOfMatter(matter)}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="grid min-w-0 flex-[1_1_16rem] gap-0.5">
          <h3 className="font-medium">{titleOf(matter, daysLeft)}</h3>
          <p className="max-w-(--measure) text-ink">{t(`${matter}Help`)}</p>
        </div>
        {action}
      </div>
    </Banner>
  );
}
