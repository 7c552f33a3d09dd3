import { createLink } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { buttonLook, type ButtonSize, type ButtonTone } from './button-look.ts';

interface ButtonAnchorProps extends ComponentProps<'a'> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: LucideIcon;
}

/** Goes somewhere, so it can be opened in a new tab; looks like the action it leads to. */
export const ButtonLink = createLink(ButtonAnchor);

function ButtonAnchor({
  tone = 'plain',
  size = 'normal',
  icon: Icon,
  className,
  children,
  ...anchor
}: ButtonAnchorProps) {
  return (
    <a {...anchor} className={buttonLook(tone, size, className)}>
      {Icon && <Icon aria-hidden className="size-4 shrink-0" />}
      {children}
    </a>
  );
}
