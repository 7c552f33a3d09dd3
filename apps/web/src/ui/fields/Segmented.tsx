import { useId } from 'react';
import { classes } from '../classes.ts';
import type { Choice } from './RadioGroup.tsx';

interface SegmentedProps<Value extends string> {
  label: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onChange: (value: Value) => void;
}

/** Two to four choices of a word each, all in sight. */
export function Segmented<Value extends string>({ label, choices, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex rounded-md border border-line-strong bg-sunken p-0.5"
    >
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classes(
            'grid h-7 min-w-0 flex-auto cursor-pointer place-items-center rounded-sm px-2.5 text-sm whitespace-nowrap text-ink-2 hover:text-ink pointer-coarse:h-9',
            'has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-checked:shadow-[0_0_0_1px_var(--line-strong)]',
            'has-focus-visible:outline-2 has-focus-visible:outline-accent',
          )}
        >
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
            className="sr-only"
          />
          {choice.label}
        </label>
      ))}
    </div>
  );
}
