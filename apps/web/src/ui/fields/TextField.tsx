import type { LucideIcon } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../classes.ts';
import { useFieldAttributes, useFieldValue } from './field-context.ts';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'prefix'> {
  value?: string;
  onChange?: (value: string) => void;
  icon?: LucideIcon;
  /** Stands inside the edge after the text: a unit, a button. */
  trailing?: ReactNode;
}

export function TextField({ value, onChange, icon: Icon, trailing, className, ...input }: TextFieldProps) {
  const attributes = useFieldAttributes();
  const [text, change] = useFieldValue(value, onChange);
  return (
    <span className={classes('field-edge flex h-control min-w-0 items-center', className)}>
      {Icon && <Icon aria-hidden className="ms-2.5 size-4 shrink-0 text-ink-3" />}
      <input
        {...attributes}
        {...input}
        value={text ?? ''}
        onChange={(event) => change(event.currentTarget.value)}
        className="h-full w-full min-w-0 bg-transparent px-2.5 outline-none disabled:text-ink-3"
      />
      {trailing}
    </span>
  );
}
