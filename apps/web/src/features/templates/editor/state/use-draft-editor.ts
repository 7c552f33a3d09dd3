import type { TemplateContent } from '@trikon/contract';
import { useCallback, useEffect, useReducer, useState } from 'react';
import { keepDraft, readDraft } from '../../../../ui/form/draft.ts';
import { pruned } from '../content/edit-variables.ts';
import type { Draft } from '../queries.ts';
import { begin, step } from './history.ts';
import { useAutosave, type Autosave } from './use-autosave.ts';

type Change = (label: string, to: (content: TemplateContent) => TemplateContent) => void;

export interface DraftEditor extends Autosave {
  content: TemplateContent;
  /** A label names the field: typing on in it is one step to undo. */
  change: Change;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
}

/** What was typed in this tab and has not reached the server. */
type Kept = { content?: TemplateContent; revision?: number };

const contentStep = step<TemplateContent>;

export function useDraftEditor(draft: Draft): DraftEditor {
  const name = `template.${draft.variantId}`;
  const [kept] = useState(() => readDraft(name) as Kept);
  const stored = draft.content;
  const [history, dispatch] = useReducer(contentStep, kept.content ?? stored, begin<TemplateContent>);
  const content = history.present;
  const change = useCallback<Change>(
    (label, to) => dispatch({ type: 'change', to, label, at: performance.now() }),
    [],
  );
  const autosave = useAutosave({
    variantId: draft.variantId,
    content,
    stored,
    revision: kept.revision ?? draft.revision,
    locked: draft.inReview,
    onTheirs: useCallback((theirs) => change('theirs', () => theirs), [change]),
  });
  const { state, revision } = autosave;
  useEffect(() => {
    keepDraft(name, state === 'saved' ? undefined : { content: pruned(content), revision });
  }, [name, state, content, revision]);
  return {
    ...autosave,
    content,
    change,
    undo: useCallback(() => dispatch({ type: 'undo' }), []),
    redo: useCallback(() => dispatch({ type: 'redo' }), []),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
  };
}
