import { useState } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { asVariableName } from '../content/edit-variables.ts';
import { editorMessages } from '../messages.ts';

interface VariableNameProps {
  name: string;
  readOnly: boolean;
  isTaken: (name: string) => boolean;
  onRename: (name: string) => void;
}

/** Its name, changed wherever it stands once the field is left. */
export function VariableName({ name, readOnly, isTaken, onRename }: VariableNameProps) {
  const t = useT(editorMessages);
  const [typing, setTyping] = useState<string>();
  const leave = () => {
    const next = asVariableName(typing ?? '').replace(/_+$/, '');
    if (next !== '' && next !== name && !isTaken(next)) onRename(next);
    setTyping(undefined);
  };
  if (readOnly) return <code className="font-mono text-sm">{`{{${name}}}`}</code>;
  return (
    <span className="flex items-center font-mono text-sm">
      {'{{'}
      <input
        aria-label={t('variableName', { name })}
        value={typing ?? name}
        spellCheck={false}
        autoCapitalize="off"
        onChange={({ currentTarget }) => setTyping(asVariableName(currentTarget.value))}
        onBlur={leave}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
        className="field-sizing-content min-w-8 rounded-sm border border-transparent bg-transparent px-0.5 hover:border-line-strong"
      />
      {'}}'}
    </span>
  );
}
