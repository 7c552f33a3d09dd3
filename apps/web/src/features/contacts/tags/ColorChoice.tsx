import { useId } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { tagMessages } from './messages.ts';
import type { ContactTag } from './queries.ts';

type Color = ContactTag['color'];

/** Written out, since the contract would bring all its schemas onto the page. */
const colors: readonly Color[] = ['grey', 'red', 'amber', 'green', 'teal', 'blue', 'violet', 'pink'];

interface ColorChoiceProps {
  value: Color;
  /** Stands in each colour as it will on contacts. */
  example: string;
  onChange: (color: Color) => void;
}

export function ColorChoice({ value, example, onChange }: ColorChoiceProps) {
  const t = useT(tagMessages);
  const name = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="pb-1.5 text-body font-medium">{t('color')}</legend>
      <div className="grid grid-cols-4 gap-2 max-sm:grid-cols-2">
        {colors.map((color) => (
          <label
            key={color}
            data-color={color}
            className="tag grid h-9 min-w-0 cursor-pointer place-items-center rounded-md px-2 text-sm font-medium outline-offset-2 has-checked:outline-2 has-checked:outline-ink has-focus-visible:outline-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              checked={color === value}
              onChange={() => onChange(color)}
              aria-label={t(`color_${color}`)}
              className="sr-only"
            />
            <span aria-hidden className="max-w-full truncate">
              {example}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
