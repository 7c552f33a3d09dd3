import type { TemplateContent } from '@trikon/contract';
import { TemplateBubble } from '../../../whatsapp/bubble/TemplateBubble.tsx';
import { drawTemplate } from '../../../whatsapp/template/draw-template.ts';
import { useFiles } from './use-files.ts';

interface SampleMessageProps {
  content: TemplateContent;
  category: string;
  language: string;
}

/** A template as its customers get it, with its samples. */
export function SampleMessage({ content, category, language }: SampleMessageProps) {
  const fileFor = useFiles(content);
  const message = drawTemplate({
    category,
    language,
    components: content.components,
    valueFor: (place) => {
      const sample = content.variables[place]?.sample ?? '';
      return sample === '' ? undefined : { text: sample, origin: 'sample' };
    },
    fileFor,
  });
  // Another language folds anew.
  return <TemplateBubble key={language} message={message} marked />;
}
