import { useT } from '../../../../i18n/use-t.ts';
import { Field } from '../../../../ui/fields/Field.tsx';
import { Select } from '../../../../ui/fields/Select.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';
import { changeUse, knownOf, renameVariable, type VariableUse } from '../content/edit-variables.ts';
import { keeps, typed } from '../content/typed.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';
import { VariableName } from './VariableName.tsx';

/** Sample, source and what stands in for a missing value, of one variable. */
export function VariableRow({ place }: { place: string }) {
  const t = useT(editorMessages);
  const { editor, readOnly, suggestions } = useEditor();
  const { content, change } = editor;
  const { sample, fallback, source } = knownOf(content, place);
  const name = place.slice(place.lastIndexOf('.') + 1);
  const part = place.slice(0, place.lastIndexOf('.'));
  const set = (next: Partial<VariableUse>, label: string) =>
    change(`${label} ${place}`, (now) => changeUse(now, place, next));
  const known = suggestions.some((one) => one.source === source);
  return (
    <li
      data-field={`variables.${place}`}
      className="grid gap-3 border-t border-line pt-4 first:border-0 first:pt-0"
    >
      <VariableName
        name={name}
        readOnly={readOnly || content.parameterFormat === 'POSITIONAL'}
        isTaken={(other) => `${part}.${other}` in content.variables}
        onRename={(other) => change(`rename ${place}`, (now) => renameVariable(now, place, other))}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <EditorField path={`variables.${place}.sample`} label={t('sample')}>
          <TextField
            readOnly={readOnly}
            dir="auto"
            value={sample}
            onChange={(text) => set({ sample: typed(text, keeps.sample) }, 'sample')}
          />
        </EditorField>
        <Field label={t('source')}>
          <Select
            disabled={readOnly}
            value={source ?? ''}
            onChange={(value) => set({ source: value === '' ? null : value }, 'source')}
            options={[
              { value: '', label: t('sourceNone') },
              ...suggestions.map((one) => ({ value: one.source, label: one.label })),
              ...(source && !known ? [{ value: source, label: source }] : []),
            ]}
          />
        </Field>
      </div>
      {source !== null && (
        <EditorField path={`variables.${place}.fallback`} label={t('fallback')} help={t('fallbackHelp')}>
          <TextField
            readOnly={readOnly}
            dir="auto"
            value={fallback ?? ''}
            onChange={(text) => set({ fallback: typed(text, keeps.fallback) || null }, 'fallback')}
          />
        </EditorField>
      )}
    </li>
  );
}
