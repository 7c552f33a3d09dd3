import { useId } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import type { FieldValue, MergePreview } from '../queries.ts';
import { mergeMessages } from './messages.ts';
import { useShownAttribute } from './use-shown-attribute.tsx';

interface ConflictRowProps {
  conflict: MergePreview['conflicts'][number];
  /** What the two are called. */
  names: { stays: string; goes: string };
  /** The other's value counts. */
  takes: boolean;
  onChoose: (takes: boolean) => void;
}

/** Both values, of which one is kept. */
export function ConflictRow({ conflict, names, takes, onChoose }: ConflictRowProps) {
  const t = useT(mergeMessages);
  const group = useId();
  const { nameOf, show } = useShownAttribute();
  const side = (whose: 'stays' | 'goes', value: FieldValue) => (
    <label className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name={group}
        checked={takes === (whose === 'goes')}
        onChange={() => onChoose(whose === 'goes')}
        className="mt-1 accent-(--accent)"
      />
      <span className="min-w-0 wrap-anywhere">
        {show(conflict.name, value)}
        <span className="block text-sm text-ink-3">{t('of', { name: names[whose] })}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="grid gap-1.5 text-body">
      <legend className="pb-1.5 text-sm font-medium">{nameOf(conflict.name)}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {side('stays', conflict.stays)}
        {side('goes', conflict.goes)}
      </div>
    </fieldset>
  );
}
