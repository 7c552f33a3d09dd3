import { StickyNote } from 'lucide-react';
import { useT } from '../../../../../i18n/use-t.ts';
import { NoteActions } from '../../notes/NoteActions.tsx';
import type { Line } from '../../queries.ts';
import { LineFrame } from '../LineFrame.tsx';
import { timelineMessages } from '../messages.ts';
import { textIn } from './text-in.ts';

/** What a colleague wrote down; its author can correct it where it stands. */
export function NoteLine({ line }: { line: Line }) {
  const t = useT(timelineMessages);
  const body = textIn(line.data, 'body');
  if (body === null) return <LineFrame line={line} icon={StickyNote} title={t('noteRemoved')} />;
  return (
    <LineFrame
      line={line}
      icon={StickyNote}
      tone="accent"
      title={t(textIn(line.data, 'editedAt') === null ? 'note' : 'noteEdited')}
    >
      <NoteActions line={line} body={body} />
    </LineFrame>
  );
}
