import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from '../classes.ts';
import { useFieldAttributes, useFieldValue } from './field-context.ts';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  disabled?: boolean;
}

interface SelectProps<Value extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  options: readonly Option<Value>[];
  value?: Value;
  onChange?: (value: Value) => void;
  placeholder?: string;
}

/**
 * The browser's own select, drawn in our look where the browser allows it (styles/select.css): a phone shows its
 * wheel, a screen reader its list, and it costs no script. Past about ten options use Combobox.
 */
export function Select<Value extends string>({
  options,
  value,
  onChange,
  placeholder,
  ...select
}: SelectProps<Value>) {
  const attributes = useFieldAttributes();
  const [chosen, change] = useFieldValue(value, onChange);
  return (
    <span className={classes('relative inline-flex min-w-0', select.className)}>
      <select
        {...attributes}
        {...select}
        value={chosen ?? ''}
        onChange={(event) => change(event.currentTarget.value as Value)}
        className={classes(
          'select field-edge h-control w-full min-w-0 ps-2.5 pe-8 text-ellipsis',
          !chosen && placeholder && 'text-ink-3',
        )}
      >
        {placeholder && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute end-2.5 top-1/2 size-4 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
