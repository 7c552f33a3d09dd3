import type { ReactNode } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { toneOfWeight, weights, type Matter } from './judge.ts';
import { matterMessages } from './messages.ts';
import { Note } from './Note.tsx';
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
    <Note
      tone={toneOfWeight[weights[matter]]}
      title={titleOf(matter, daysLeft)}
      help={t(`${matter}Help`)}
      action={action}
    />
  );
}
