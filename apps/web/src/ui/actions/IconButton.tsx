import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classes } from '../classes.ts';
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
  const square = size === 'small' ? 'w-7 px-0 pointer-coarse:w-9' : 'w-control px-0';
  return (
    <Tooltip text={label} {...(keys ? { keys } : {})}>
      <button
        type="button"
        {...button}
        aria-label={label}
        className={buttonLook(tone, size, classes(square, button.className))}
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </Tooltip>
  );
}
