import { useId } from 'react';
import { classes } from '../classes.ts';
import { useFieldAttributes, useFieldValue } from './field-context.ts';

export interface Choice<Value extends string = string> {
  value: Value;
  label: string;
  help?: string;
  disabled?: boolean;
}

interface RadioGroupProps<Value extends string> {
  /** Named by the Field around it, or by this when it stands alone. */
  label?: string;
  choices: readonly Choice<Value>[];
  value?: Value;
  onChange?: (value: Value) => void;
  /** Each choice is a card: for a decision that deserves reading. */
  cards?: boolean;
}

export function RadioGroup<Value extends string>({
  label,
  choices,
  value,
  onChange,
  cards,
}: RadioGroupProps<Value>) {
  const name = useId();
  const { id, onBlur, ...attributes } = useFieldAttributes();
  const [chosen, change] = useFieldValue(value, onChange);
  const naming = label ? { 'aria-label': label } : { 'aria-labelledby': `${id}-label` };
  return (
    <div role="radiogroup" id={id} {...naming} {...attributes} onBlur={onBlur} className="grid gap-2">
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classes(
            'flex cursor-pointer items-start gap-2',
            cards &&
              'rounded-md border border-line-strong p-3 hover:border-control has-checked:border-accent has-checked:bg-accent-soft',
          )}
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            disabled={choice.disabled}
            checked={chosen === choice.value}
            onChange={() => change(choice.value)}
            className="m-0.5 size-4 shrink-0 cursor-pointer appearance-none rounded-full border border-control bg-raised checked:border-5 checked:border-accent hover:border-ink-3"
          />
          <span className="grid gap-0.5">
            <span className={classes('text-body', cards && 'font-medium')}>{choice.label}</span>
            {choice.help && <span className="text-sm text-ink-2">{choice.help}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
