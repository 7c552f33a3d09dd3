import { Checkbox } from './Checkbox.tsx';
import { useFieldAttributes, useFieldValue } from './field-context.ts';

export interface CheckboxGroup {
  id: string;
  label: string;
  options: readonly { value: string; label: string; help?: string; disabled?: boolean }[];
}

interface CheckboxGroupsProps {
  groups: readonly CheckboxGroup[];
  value?: readonly string[];
  onChange?: (value: readonly string[]) => void;
}

/** Many boxes in named groups; the box at a group's head stands for all of its own that can be chosen. */
export function CheckboxGroups({ groups, value, onChange }: CheckboxGroupsProps) {
  const { id, ...attributes } = useFieldAttributes();
  const [chosen = [], change] = useFieldValue(value, onChange);
  const put = (values: readonly string[], on: boolean) =>
    change(on ? [...new Set([...chosen, ...values])] : chosen.filter((one) => !values.includes(one)));
  return (
    <div
      role="group"
      id={id}
      aria-labelledby={id && `${id}-label`}
      aria-describedby={attributes['aria-describedby']}
      data-invalid={attributes['aria-invalid']}
      className="divide-y divide-line rounded-md border border-line-strong data-invalid:border-bad"
    >
      {groups.map((group) => {
        const open = group.options.filter((option) => !option.disabled).map((option) => option.value);
        const on = open.filter((one) => chosen.includes(one)).length;
        return (
          <fieldset key={group.id} className="grid gap-2.5 p-3">
            <legend className="sr-only">{group.label}</legend>
            <span className="font-medium">
              <Checkbox
                label={group.label}
                disabled={open.length === 0}
                checked={on === 0 ? false : on === open.length ? true : 'mixed'}
                onChange={() => put(open, on < open.length)}
              />
            </span>
            <div className="grid gap-2 ps-7">
              {group.options.map((option) => (
                <Checkbox
                  key={option.value}
                  label={option.label}
                  {...(option.help ? { help: option.help } : {})}
                  disabled={option.disabled ?? false}
                  checked={chosen.includes(option.value)}
                  onChange={(checked) => put([option.value], checked)}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
