import type { TemplateContent } from '@trikon/contract';
import { createContext, use } from 'react';
import type { Findings } from '../findings/use-findings.ts';
import type { Suggestion } from './use-suggestions.ts';
import type { DraftEditor } from './use-draft-editor.ts';

interface WrittenLanguage {
  language: string;
  content: TemplateContent;
}

interface EditorPage {
  editor: DraftEditor;
  category: string;
  language: string;
  findings: Findings;
  /** What a variable can be filled from. */
  suggestions: readonly Suggestion[];
  /** What the template says in its other languages. */
  others: readonly WrittenLanguage[];
  /** The language that is translated from, when one is. */
  source: WrittenLanguage | null;
  readOnly: boolean;
}

export const EditorContext = createContext<EditorPage | null>(null);

export function useEditor(): EditorPage {
  const page = use(EditorContext);
  if (!page) throw new Error('Outside of a template editor');
  return page;
}
