import { createLink } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { classes } from '../classes.ts';

/** A link inside text: typed to the addresses that exist. */
export const Link = createLink(TextAnchor);

function TextAnchor({ className, children, ...anchor }: ComponentProps<'a'>) {
  return (
    <a
      {...anchor}
      className={classes(
        'rounded-sm font-medium text-accent-ink underline decoration-accent-line underline-offset-3 hover:decoration-current',
        className,
      )}
    >
      {children}
    </a>
  );
}
