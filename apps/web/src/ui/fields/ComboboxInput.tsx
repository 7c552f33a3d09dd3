import { ChevronsUpDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useFieldAttributes } from './field-context.ts';

interface ComboboxInputProps extends Omit<ComponentProps<'input'>, 'list'> {
  open: boolean;
  list: string;
  /** The place of the option that Enter would take; none when nothing matches. */
  active: number | undefined;
  onLeave: () => void;
}

export function ComboboxInput({ open, list, active, onLeave, ...input }: ComboboxInputProps) {
  const { onBlur, ...attributes } = useFieldAttributes();
  return (
    <span className="field-edge flex h-control min-w-0 items-center">
      <input
        {...attributes}
        {...input}
        role="combobox"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={open && active !== undefined ? `${list}-${active}` : undefined}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => {
          onLeave();
          onBlur?.();
        }}
        className="h-full w-full min-w-0 bg-transparent ps-2.5 outline-none"
      />
      <ChevronsUpDown aria-hidden className="me-2.5 size-4 shrink-0 text-ink-3" />
    </span>
  );
}
