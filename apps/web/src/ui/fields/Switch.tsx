import { useId } from 'react';
import { useFieldValue } from './field-context.ts';

interface SwitchProps {
  label: string;
  help?: string;
  checked?: boolean;
  onChange?: (checked: boolean) => void;
  disabled?: boolean;
}

/** Takes effect at once. What waits for a Save button is a Checkbox. */
export function Switch({ label, help, checked, onChange, disabled = false }: SwitchProps) {
  const id = useId();
  const [on, change] = useFieldValue(checked, onChange);
  return (
    <div className="flex items-start justify-between gap-4">
      <span className="grid min-w-0 gap-0.5">
        <label htmlFor={id} id={`${id}-label`} className="text-body text-ink">
          {label}
        </label>
        {help && (
          <span id={`${id}-help`} className="text-sm text-ink-2">
            {help}
          </span>
        )}
      </span>
      <button
        id={id}
        type="button"
        aria-labelledby={`${id}-label`}
        role="switch"
        aria-checked={on ?? false}
        aria-describedby={help ? `${id}-help` : undefined}
        disabled={disabled}
        onClick={() => change(!on)}
        className="group h-6 w-10 shrink-0 rounded-full bg-control p-0.5 transition-colors duration-(--quick) aria-checked:bg-accent disabled:opacity-50"
      >
        <span className="block size-5 rounded-full bg-surface transition-transform duration-(--quick) group-aria-checked:translate-x-4 rtl:group-aria-checked:-translate-x-4" />
      </button>
    </div>
  );
}
