import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { formatNumber } from '../../i18n/format-number.ts';
import { useLocale } from '../../i18n/locale.ts';
import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';
import { readNumber } from './read-number.ts';
import { useFieldAttributes, useFieldValue } from './field-context.ts';

interface NumberFieldProps {
  value?: number | null;
  onChange?: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  /** A word or sign after the number: %, days, ₹. */
  unit?: string;
  disabled?: boolean;
}

/** Shows digits grouped as the workspace reads them, accepts them typed in any way, and keeps what it cannot read. */
export function NumberField({ value, onChange, min, max, step = 1, unit, disabled }: NumberFieldProps) {
  const t = useT(uiMessages);
  const locale = useLocale();
  const { onBlur, ...attributes } = useFieldAttributes();
  const [number, change] = useFieldValue(value, onChange);
  const [typing, setTyping] = useState<string>();
  const shown = typing ?? (number === null || number === undefined ? '' : formatNumber(number, locale));
  const within = (next: number) => Math.min(max ?? Infinity, Math.max(min ?? -Infinity, next));
  const move = (by: number) => {
    setTyping(undefined);
    change(within((number ?? min ?? 0) + by));
  };
  const button =
    'grid h-full w-8 place-items-center text-ink-2 hover:bg-hover hover:text-ink disabled:text-ink-3';
  return (
    <span className="field-edge inline-flex h-control w-40 items-center overflow-hidden">
      <input
        {...attributes}
        inputMode="decimal"
        autoComplete="off"
        disabled={disabled}
        value={shown}
        onChange={(event) => {
          setTyping(event.currentTarget.value);
          change(readNumber(event.currentTarget.value));
        }}
        onBlur={() => {
          if (number !== null && number !== undefined) setTyping(undefined);
          onBlur?.();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          move(event.key === 'ArrowUp' ? step : -step);
        }}
        className="h-full w-full min-w-0 bg-transparent px-2.5 text-end outline-none"
      />
      {unit && <span className="pe-2 text-ink-2">{unit}</span>}
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('decrease')}
        disabled={disabled}
        onClick={() => move(-step)}
        className={`${button} border-s border-line`}
      >
        <Minus aria-hidden className="size-3.5" />
      </button>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('increase')}
        disabled={disabled}
        onClick={() => move(step)}
        className={`${button} border-s border-line`}
      >
        <Plus aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
