import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Tooltip } from '../overlays/Tooltip.tsx';
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
    <Tooltip text={label} {...(keys ? { keys } : {})}>
      <button
        type="button"
        {...button}
        aria-label={label}
        className={buttonLook(tone, size, button.className, 'icon')}
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </Tooltip>
  );
}
