import { useEffect, useMemo, useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { usePageName } from '../../../shell/use-document-title.ts';
import { classes } from '../../../ui/classes.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { Segmented } from '../../../ui/fields/Segmented.tsx';
import { Conflict } from './Conflict.tsx';
import { EditorHeader } from './EditorHeader.tsx';
import { FindingsList } from './findings/FindingsList.tsx';
import { useFindings } from './findings/use-findings.ts';
import { LockedNotice } from './LockedNotice.tsx';
import { editorMessages } from './messages.ts';
import { Parts } from './parts/Parts.tsx';
import { Prediction } from './Prediction.tsx';
import { PreviewPanel } from './preview/PreviewPanel.tsx';
import type { Draft, Family } from './queries.ts';
import { EditorContext } from './state/editor-context.ts';
import { useDraftEditor } from './state/use-draft-editor.ts';
import { useSuggestions } from './state/use-suggestions.ts';

interface EditorProps {
  family: Family;
  draft: Draft;
  source: Draft | null;
}

type Side = 'write' | 'look';

export function Editor({ family, draft, source }: EditorProps) {
  const t = useT(editorMessages);
  const editor = useDraftEditor(draft);
  const findings = useFindings(draft, editor.content);
  const suggestions = useSuggestions();
  const [side, setSide] = useState<Side>('write');
  const { category, language, inReview: readOnly } = draft;
  usePageName(family.name);
  useUndoKeys(editor);
  const page = useMemo(
    () => ({
      editor,
      category,
      language,
      findings,
      suggestions,
      readOnly,
      source: source && { language: source.language, content: source.content },
      others: family.variants.flatMap((each) =>
        each.content !== null && each.language !== language
          ? [{ language: each.language, content: each.content }]
          : [],
      ),
    }),
    [family.variants, editor, category, language, findings, suggestions, readOnly, source],
  );
  return (
    <EditorContext value={page}>
      <div>
        <EditorHeader family={family} draft={draft} source={source} />
        <div className="mb-4 grid xl:hidden">
          <Segmented
            label={t('side')}
            value={side}
            onChange={setSide}
            choices={[
              { value: 'write', label: t('write') },
              { value: 'look', label: t('look') },
            ]}
          />
        </div>
        <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_372px]">
          <div className={classes('grid min-w-0 gap-4', side === 'look' && 'max-xl:hidden')}>
            <Conflict />
            {readOnly && <LockedNotice family={family} draft={draft} />}
            <Parts />
          </div>
          <div className={classes('grid gap-4 xl:sticky xl:top-16', side === 'write' && 'max-xl:hidden')}>
            <PreviewPanel />
          </div>
          <div className={classes('grid min-w-0 gap-4', side === 'look' && 'max-xl:hidden')}>
            <Prediction />
            <Card title={t('findings')} description={t('findingsHelp')}>
              <FindingsList />
            </Card>
          </div>
        </div>
      </div>
    </EditorContext>
  );
}

/** The browser’s own undo knows one field, and not what menus and buttons changed. */
function useUndoKeys({ undo, redo }: { undo: () => void; redo: () => void }): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [undo, redo]);
}
