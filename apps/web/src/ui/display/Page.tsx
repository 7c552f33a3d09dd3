import type { ReactNode } from 'react';
import { classes } from '../classes.ts';

interface PageProps {
  /** read: text and forms. wide: cards and charts. fill: a table or a canvas that takes the height and scrolls inside. */
  width?: 'read' | 'wide' | 'fill';
  children: ReactNode;
}

const shapes = {
  read: 'mx-auto w-full max-w-3xl pb-16',
  wide: 'mx-auto w-full max-w-6xl pb-16',
  fill: 'flex h-full min-h-112 w-full flex-col pb-4',
};

export function Page({ width = 'wide', children }: PageProps) {
  return <div className={classes('min-w-0 px-6 max-sm:px-4', shapes[width])}>{children}</div>;
}
