import { useT } from '../../../../i18n/use-t.ts';
import { TextArea } from '../../../../ui/fields/TextArea.tsx';
import { keeps, typed } from '../content/typed.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';
import { PartCard } from './PartCard.tsx';

/** For reviewers, kept with the version; the customer does not see it. */
export function DisclosurePart() {
  const t = useT(editorMessages);
  const { editor, readOnly } = useEditor();
  return (
    <PartCard title={t('disclosure')}>
      <EditorField path="disclosure" label={t('disclosure')} hideLabel help={t('disclosureHelp')}>
        <TextArea
          rows={2}
          readOnly={readOnly}
          value={editor.content.disclosure ?? ''}
          onChange={(text) =>
            editor.change('disclosure', (now) => ({
              ...now,
              disclosure: typed(text, keeps.disclosure, { lines: true }) || null,
            }))
          }
        />
      </EditorField>
    </PartCard>
  );
}
