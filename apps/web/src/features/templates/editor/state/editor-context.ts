import type { TemplateContent } from '@trikon/contract';
import { createContext, use } from 'react';
import type { Findings } from '../findings/use-findings.ts';
import type { Suggestion } from './use-suggestions.ts';
import type { DraftEditor } from './use-draft-editor.ts';

interface EditorPage {
  editor: DraftEditor;
  category: string;
  language: string;
  findings: Findings;
  /** What a variable can be filled from. */
  suggestions: readonly Suggestion[];
  /** The language that is translated from, when one is. */
  source: { language: string; content: TemplateContent } | null;
  readOnly: boolean;
}

export const EditorContext = createContext<EditorPage | null>(null);

export function useEditor(): EditorPage {
  const page = use(EditorContext);
  if (!page) throw new Error('Outside of a template editor');
  return page;
}
