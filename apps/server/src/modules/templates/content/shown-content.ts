import type { TemplateContent } from '@trikon/contract';
import { templateProblems, type TemplateProblem } from '@trikon/contract/template-rules';
import { parametersOf } from '../parameters.ts';
import type { TemplateSource } from '../shape.ts';
import type { Parameter } from '../slots.ts';
import { exampleTextOf } from '../text.ts';
import { toMetaComponents } from './meta-components.ts';

/** What a content takes, says and still lacks. */
export interface ShownContent {
  content: TemplateContent;
  problems: TemplateProblem[];
  parameters: Parameter[];
  exampleText: string;
}

export const showContent = (content: TemplateContent, category: string): ShownContent => {
  const source = sourceOf(content, category);
  return {
    content,
    problems: templateProblems(content, category),
    parameters: parametersOf(source),
    exampleText: exampleTextOf(source),
  };
};

/** A content as everything reads it that works on what Meta has. */
const sourceOf = (content: TemplateContent, category: string): TemplateSource => ({
  category,
  parameterFormat: content.parameterFormat,
  // Of a one-time code Meta words everything itself, and is told none of it.
  components: category === 'AUTHENTICATION' ? content.components : toMetaComponents(content, { category }),
});

export const textOfContent = (content: TemplateContent, category: string): string =>
  exampleTextOf(sourceOf(content, category));
