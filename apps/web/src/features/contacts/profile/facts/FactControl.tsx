import { Checkbox } from '../../../../ui/fields/Checkbox.tsx';
import { Combobox } from '../../../../ui/fields/Combobox.tsx';
import { Select, type Option } from '../../../../ui/fields/Select.tsx';
import { TextField } from '../../../../ui/fields/TextField.tsx';

export type Control =
  | { type: 'text'; placeholder?: string; inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'url' }
  /** One of a few, of which the first is nothing. */
  | { type: 'select'; options: readonly Option[] }
  /** One of many. */
  | { type: 'find'; options: readonly Option[] }
  /** Several, one per line of the value. */
  | { type: 'several'; options: readonly Option[] };

interface FactControlProps {
  control: Control;
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function FactControl({ control, label, value, onChange }: FactControlProps) {
  if (control.type === 'text') {
    const { placeholder, inputMode = 'text' } = control;
    return (
      <TextField
        value={value}
        onChange={onChange}
        placeholder={placeholder}
        inputMode={inputMode}
        autoComplete="off"
      />
    );
  }
  if (control.type === 'select')
    return <Select options={control.options} value={value} onChange={onChange} />;
  if (control.type === 'find')
    return <Combobox options={control.options} value={value} onChange={onChange} label={label} />;
  const chosen = new Set(value.split('\n').filter((line) => line !== ''));
  const toggle = (choice: string, on: boolean): void => {
    const next = control.options
      .map((option) => option.value)
      .filter((one) => (one === choice ? on : chosen.has(one)));
    onChange(next.join('\n'));
  };
  return (
    <div role="group" aria-label={label} className="grid gap-2">
      {control.options.map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          checked={chosen.has(option.value)}
          onChange={(on) => toggle(option.value, on)}
        />
      ))}
    </div>
  );
}
