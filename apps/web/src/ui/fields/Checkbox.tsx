import { Check, Minus } from 'lucide-react';
import { useEffect, useId, useRef, type ComponentProps } from 'react';
import { classes } from '../classes.ts';
import { useFieldValue } from './field-context.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'checked' | 'onChange' | 'type'> {
  label: string;
  help?: string;
  /** 'mixed' when some of what it stands for is chosen. */
  checked?: boolean | 'mixed';
  onChange?: (checked: boolean) => void;
  hideLabel?: boolean;
}

export function Checkbox({
  label,
  help,
  checked,
  onChange,
  hideLabel = false,
  className,
  ...input
}: CheckboxProps) {
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const mixed = checked === 'mixed';
  const [on, change] = useFieldValue(checked === undefined ? undefined : checked === true, onChange);

  useEffect(() => {
    if (box.current) box.current.indeterminate = mixed;
  }, [mixed]);

  return (
    <span className={classes('flex items-start gap-2', className)}>
      <span className="relative grid size-5 shrink-0 place-items-center">
        <input
          {...input}
          ref={box}
          id={id}
          type="checkbox"
          checked={on ?? false}
          onChange={(event) => change(event.currentTarget.checked)}
          aria-label={hideLabel ? label : undefined}
          aria-describedby={help ? `${id}-help` : undefined}
          className="peer size-4 cursor-pointer appearance-none rounded-sm border border-control bg-raised transition-colors before:absolute before:-inset-1 checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent hover:border-ink-3 disabled:bg-sunken"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute hidden size-3 text-on-accent peer-checked:block peer-indeterminate:hidden"
        />
        <Minus
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute hidden size-3 text-on-accent peer-indeterminate:block"
        />
      </span>
      {!hideLabel && (
        <span className="grid gap-0.5">
          <label htmlFor={id} className="text-body text-ink">
            {label}
          </label>
          {help && (
            <span id={`${id}-help`} className="text-sm text-ink-2">
              {help}
            </span>
          )}
        </span>
      )}
    </span>
  );
}
