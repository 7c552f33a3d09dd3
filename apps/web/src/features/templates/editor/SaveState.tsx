import { useProblems } from '../../../data/use-problems.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { editorMessages } from './messages.ts';
import { useEditor } from './state/editor-context.ts';

/** Whether the words have arrived. Said aloud only when they have not. */
export function SaveState() {
  const t = useT(editorMessages);
  const problems = useProblems();
  const { editor, readOnly } = useEditor();
  if (readOnly) return null;
  if (editor.state === 'failed') {
    return (
      <output className="flex min-w-0 items-center gap-2 text-sm text-bad">
        <span className="min-w-0">{t('saveFailed', { why: problems.say(editor.failure) })}</span>
        <Button size="small" onClick={() => void editor.save()}>
          {t('tryAgain')}
        </Button>
      </output>
    );
  }
  const says = {
    saved: t('saved'),
    unsaved: t('unsaved'),
    saving: t('saving'),
    conflict: t('conflictShort'),
  };
  return <span className="text-sm text-ink-2">{says[editor.state]}</span>;
}
