import { classes } from '../classes.ts';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'normal' | 'small';
export type ButtonShape = 'text' | 'icon';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover aria-disabled:bg-accent',
  plain:
    'bg-raised text-ink border border-line-strong hover:bg-hover hover:border-control data-[state=open]:bg-hover',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink data-[state=open]:bg-hover data-[state=open]:text-ink',
  danger: 'bg-bad-solid text-on-bad hover:brightness-95',
};

const shapes: Record<ButtonShape, Record<ButtonSize, string>> = {
  text: { normal: 'h-control px-3 text-body', small: 'h-7 px-2 text-sm pointer-coarse:h-9' },
  icon: { normal: 'size-control', small: 'size-7 pointer-coarse:size-9' },
};

/** How a button looks, for the few things that are buttons to the eye and links to the browser. */
export function buttonLook(
  tone: ButtonTone,
  size: ButtonSize,
  more?: string,
  shape: ButtonShape = 'text',
): string {
  return classes(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md font-medium whitespace-nowrap select-none',
    'transition-[background-color,border-color,color] duration-(--quick) active:translate-y-px',
    'disabled:border-transparent disabled:bg-sunken disabled:text-ink-3',
    shapes[shape][size],
    tones[tone],
    more,
  );
}
