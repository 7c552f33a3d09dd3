import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { tip } from '../overlays/tip.ts';
import { buttonLook, type ButtonSize, type ButtonTone } from './button-look.ts';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  icon: LucideIcon;
  /** What it does, in a verb: read aloud and shown on hover. */
  label: string;
  /** The key that does the same, shown beside the label. */
  keys?: string;
  tone?: ButtonTone;
  size?: ButtonSize;
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  tone = 'quiet',
  size = 'normal',
  ...button
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...button}
      {...tip({ text: label, keys })}
      aria-label={label}
      className={buttonLook(tone, size, button.className, 'icon')}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
