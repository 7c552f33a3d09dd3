import { variablesIn } from '@trikon/contract/template-rules';
import { useT } from '../../../../i18n/use-t.ts';
import { Banner } from '../../../../ui/feedback/Banner.tsx';
import { find } from '../content/components.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';

/** Variables that the language translated from has and this one has not, or the other way round. */
export function MissingVariables({ text }: { text: string }) {
  const t = useT(editorMessages);
  const { source } = useEditor();
  if (!source) return null;
  const wanted = variablesIn(find(source.content.components, 'BODY')?.text ?? '');
  const here = variablesIn(text);
  const missing = wanted.filter((name) => !here.includes(name));
  const added = here.filter((name) => !wanted.includes(name));
  const named = (names: string[]) => names.map((name) => `{{${name}}}`).join(', ');
  if (missing.length === 0 && added.length === 0) return null;
  return (
    <Banner tone="warn">
      {missing.length > 0 && <p>{t('missingVariables', { names: named(missing) })}</p>}
      {added.length > 0 && <p>{t('addedVariables', { names: named(added) })}</p>}
    </Banner>
  );
}
