import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { uiMessages } from '../messages.ts';
import { presets, type DateChoice, type Preset } from './presets.ts';

interface PresetListProps {
  label: string;
  value: DateChoice;
  onTake: (preset: Preset) => void;
}

export function PresetList({ label, value, onTake }: PresetListProps) {
  const t = useT(uiMessages);
  return (
    <ul
      aria-label={label}
      className="flex shrink-0 gap-0.5 border-line p-2 max-sm:flex-wrap max-sm:border-b sm:w-36 sm:flex-col sm:border-e"
    >
      {presets.map((preset) => (
        <li key={preset}>
          <button
            type="button"
            aria-pressed={value === preset}
            onClick={() => onTake(preset)}
            className={classes(
              'h-8 w-full rounded-md px-2 text-start text-body hover:bg-hover',
              value === preset && 'bg-accent-soft font-medium text-accent-ink',
            )}
          >
            {t(preset)}
          </button>
        </li>
      ))}
    </ul>
  );
}
