import type { ComponentProps } from 'react';
import { classes } from '../classes.ts';
import { useFieldAttributes, useFieldValue } from './field-context.ts';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'value' | 'onChange'> {
  value?: string;
  onChange?: (value: string) => void;
}

/** Grows with what is typed, up to a third of the screen. */
export function TextArea({ value, onChange, className, rows = 3, ...textarea }: TextAreaProps) {
  const attributes = useFieldAttributes();
  const [text, change] = useFieldValue(value, onChange);
  return (
    <textarea
      rows={rows}
      {...attributes}
      {...textarea}
      value={text ?? ''}
      onChange={(event) => change(event.currentTarget.value)}
      className={classes(
        'field-edge field-sizing-content max-h-[33vh] min-h-20 w-full resize-y px-2.5 py-2',
        className,
      )}
    />
  );
}
