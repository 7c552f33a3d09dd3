import type { ReactNode } from 'react';
import { weightOf, type Concern } from './concerns.ts';
import { toneOfWeight } from './judge.ts';
import { Note } from './Note.tsx';
import { useConcernWords } from './use-concern-words.ts';

interface ConcernNoteProps {
  concern: Concern;
  daysLeft: number;
  /** What it means in this case, where something says it more exactly. */
  why?: string | undefined;
  /** Does something about it here. */
  action?: ReactNode;
}

export function ConcernNote({ concern, daysLeft, why, action }: ConcernNoteProps) {
  const wordsOf = useConcernWords();
  const { title, help } = wordsOf(concern, daysLeft);
  return <Note tone={toneOfWeight[weightOf(concern)]} title={title} help={why ?? help} action={action} />;
}
