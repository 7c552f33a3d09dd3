import { LoaderCircle, type LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { buttonLook, type ButtonSize, type ButtonTone } from './button-look.ts';

interface ButtonProps extends ComponentProps<'button'> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: LucideIcon;
  /** Work is under way: the button stays in place and in focus, and a second press does nothing. */
  busy?: boolean;
}

export function Button({ tone = 'plain', size = 'normal', icon, busy = false, ...rest }: ButtonProps) {
  const { children, className, onClick, disabled, ...button } = rest;
  const Icon = busy ? LoaderCircle : icon;
  return (
    <button
      type="button"
      {...button}
      disabled={disabled}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={buttonLook(tone, size, className)}
    >
      {Icon && <Icon aria-hidden className={busy ? 'size-4 shrink-0 animate-spin' : 'size-4 shrink-0'} />}
      {children}
    </button>
  );
}
