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
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-place="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <ul
      ref={list}
      id={id}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a list is what a listbox is
      role="listbox"
      aria-label={label}
      className="max-h-72 overflow-y-auto p-1 empty:hidden"
    >
      {options.map((option, place) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has them
        <li
          key={option.value}
          id={`${id}-${place}`}
          data-place={place}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- as above
          role="option"
          aria-selected={option.value === chosen}
          aria-disabled={option.disabled || undefined}
          onClick={() => onPick(option)}
          onPointerMove={() => onActivate(place)}
          className={classes(
            'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 pointer-coarse:min-h-11',
            place === active && 'bg-hover',
            option.disabled && 'text-ink-3',
          )}
        >
          <span className="min-w-0 flex-1">{option.label}</span>
          {option.value === chosen && <Check aria-hidden className="size-4 shrink-0 text-accent-ink" />}
        </li>
      ))}
    </ul>
  );
}
