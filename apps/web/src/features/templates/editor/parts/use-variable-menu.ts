import { useId, useState, type KeyboardEvent } from 'react';
import type { Suggestion } from '../state/use-suggestions.ts';

interface MenuOptions {
  text: string;
  /** Null while the field does not have the keyboard. */
  caret: number | null;
  suggestions: readonly Suggestion[];
  onPick: (choice: { name: string; source: string | null }, from: number) => void;
}

interface Choice {
  name: string;
  label: string | null;
  source: string | null;
}

export interface VariableMenuState {
  id: string;
  open: boolean;
  choices: readonly Choice[];
  active: number;
  pick: (at: number) => void;
  onKeyDown: (event: KeyboardEvent) => boolean;
}

const begun = /\{\{([a-z0-9_]*)$/;

/** Opens after {{, narrows as a name is typed, and takes a name that nobody suggested too. */
export function useVariableMenu({ text, caret, suggestions, onPick }: MenuOptions): VariableMenuState {
  const id = useId();
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<number | null>(null);
  const found = caret === null ? null : begun.exec(text.slice(0, caret));
  const from = found?.index ?? -1;
  const name = found?.[1] ?? '';
  const choices = choicesFor(name, suggestions);
  const open = found !== null && closedAt !== from && choices.length > 0;
  const current = Math.min(active, choices.length - 1);
  const pick = (at: number) => {
    setActive(0);
    onPick(choices[at]!, from);
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!open) return false;
    const moves: Record<string, number> = { ArrowDown: current + 1, ArrowUp: current - 1 };
    const to = moves[event.key];
    if (to !== undefined) setActive((to + choices.length) % choices.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(current);
    else if (event.key === 'Escape') setClosedAt(from);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  return { id, open, choices, active: current, pick, onKeyDown };
}

function choicesFor(name: string, suggestions: readonly Suggestion[]): Choice[] {
  const known = suggestions.filter((one) => one.name.startsWith(name)).slice(0, 8);
  const isNew = name !== '' && /^[a-z]/.test(name) && !known.some((one) => one.name === name);
  return isNew ? [...known, { name, label: null, source: null }] : known;
}
