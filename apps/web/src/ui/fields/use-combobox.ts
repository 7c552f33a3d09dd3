import { useState, type KeyboardEvent } from 'react';
import { matchOptions } from './match-options.ts';
import type { Option } from './Select.tsx';

interface ComboboxState<Value extends string> {
  open: boolean;
  text: string;
  matches: readonly Option<Value>[];
  active: number;
  setOpen: (open: boolean) => void;
  setActive: (index: number) => void;
  type: (text: string) => void;
  pick: (option: Option<Value>) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

interface ComboboxOptions<Value extends string> {
  options: readonly Option<Value>[];
  chosen: Option<Value> | undefined;
  choose: (value: Value) => void;
  onSearch: ((text: string) => void) | undefined;
}

/** Typing narrows, arrows move, Enter takes, Escape leaves everything as it was. */
export function useCombobox<Value extends string>({
  options,
  chosen,
  choose,
  onSearch,
}: ComboboxOptions<Value>): ComboboxState<Value> {
  const [open, setOpenState] = useState(false);
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(0);
  // The server has already matched what it sent.
  const matches = onSearch || typed === undefined ? options : matchOptions(options, typed);
  const current = Math.min(active, Math.max(0, matches.length - 1));

  const setOpen = (next: boolean) => {
    setOpenState(next);
    if (!next) setTyped(undefined);
    else
      setActive(
        Math.max(
          0,
          options.findIndex((option) => option.value === chosen?.value),
        ),
      );
  };
  const type = (text: string) => {
    setOpenState(true);
    setTyped(text);
    setActive(0);
    onSearch?.(text);
  };
  const pick = (option: Option<Value>) => {
    if (option.disabled) return;
    choose(option.value);
    setOpen(false);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const option = matches[current];
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 8,
      PageUp: current - 8,
    };
    const to = moves[event.key];
    if (to !== undefined) {
      if (open) setActive(Math.min(matches.length - 1, Math.max(0, to)));
      else setOpen(true);
    } else if (event.key === 'Enter' && open && option) pick(option);
    else if (event.key === 'Escape' && open) setOpen(false);
    else return;
    event.preventDefault();
    // Escape closes the list, not the dialog around it.
    event.stopPropagation();
  };

  return {
    open,
    text: typed ?? chosen?.label ?? '',
    matches,
    active: current,
    setOpen,
    setActive,
    type,
    pick,
    onKeyDown,
  };
}
