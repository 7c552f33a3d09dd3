import { classes } from '../classes.ts';

/** A quiet shape where something will be; sized by the class it is given, so nothing moves when the content comes. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={classes('block animate-breathe rounded-sm bg-hover', className)} />;
}
