import { variablePlaces } from '@trikon/contract/template-rules';
import { useT } from '../../../../i18n/use-t.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { PartCard } from './PartCard.tsx';
import { VariableRow } from './VariableRow.tsx';

/** Those of words; what buttons take stands with the buttons. */
export function VariablesPart() {
  const t = useT(editorMessages);
  const { editor } = useEditor();
  const places = variablePlaces(editor.content).filter((place) => !place.includes('button.'));
  return (
    <PartCard title={t('variables')} help={t('variablesHelp')}>
      {places.length === 0 ? (
        <p className="text-body text-ink-2">{t('noVariables')}</p>
      ) : (
        <ul className="grid gap-5">
          {places.map((place) => (
            <VariableRow key={place} place={place} />
          ))}
        </ul>
      )}
    </PartCard>
  );
}
