import { Check } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { classes } from '../classes.ts';
import type { Option } from './Select.tsx';

interface ComboboxListProps<Value extends string> {
  id: string;
  label: string;
  options: readonly Option<Value>[];
  chosen: Value | undefined;
  active: number;
  onActivate: (place: number) => void;
  onPick: (option: Option<Value>) => void;
}

/** The keyboard acts through the field (aria-activedescendant); the list itself takes only the pointer. */
export function ComboboxList<Value extends string>({
  id,
  label,
  options,
  chosen,
  active,
  onActivate,
  onPick,
}: ComboboxListProps<Value>) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-place="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={label}
      className="max-h-72 overflow-y-auto p-1 empty:hidden"
    >
      {options.map((option, place) => (
        <button
          key={option.value}
          id={`${id}-${place}`}
          type="button"
          tabIndex={-1}
          data-place={place}
          role="option"
          aria-selected={option.value === chosen}
          aria-disabled={option.disabled || undefined}
          onClick={() => onPick(option)}
          onPointerMove={() => onActivate(place)}
          className={classes(
            'flex min-h-8 w-full items-center gap-2 rounded-sm px-2 py-1 text-start pointer-coarse:min-h-11',
            place === active && 'bg-hover',
            option.disabled && 'text-ink-3',
          )}
        >
          <span className="min-w-0 flex-1">{option.label}</span>
          {option.value === chosen && <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />}
        </button>
      ))}
    </div>
  );
}
