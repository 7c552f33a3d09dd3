import { createContext, use, type FocusEvent } from 'react';

/** What a Field tells the control inside it: how to be named, described and marked, and what it holds. */
export interface FieldContextValue {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
  required: boolean;
  bind: FieldBinding | undefined;
}

/** One field of a form, handed from `form.field(name)` to `<Field bind>`. */
export interface FieldBinding {
  name: string;
  value: unknown;
  error: string | undefined;
  change: (value: unknown) => void;
  leave: () => void;
}

export const FieldContext = createContext<FieldContextValue | null>(null);

/** The attributes that tie a control to its label, help and error. Empty when the control stands alone. */
export function useFieldAttributes() {
  const field = use(FieldContext);
  if (!field) return {};
  return {
    id: field.id,
    name: field.bind?.name,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined,
    onBlur: (event?: FocusEvent) => {
      if (isLeaving(event?.relatedTarget)) field.bind?.leave();
    },
  };
}

/**
 * On the way to a button nothing is checked yet: the problem that appears would push the button away from under the
 * pointer, and the press would be lost. A button that saves checks everything itself.
 */
function isLeaving(next: EventTarget | null | undefined): boolean {
  return !(next instanceof Element && next.closest('button, a'));
}

/** The value and its setter: the control's own props when it has them, else its form's field. */
export function useFieldValue<Value>(own: Value | undefined, onChange: ((value: Value) => void) | undefined) {
  const field = use(FieldContext);
  const value = own ?? (field?.bind?.value as Value | undefined);
  const change = (next: Value) => {
    onChange?.(next);
    if (own === undefined) field?.bind?.change(next);
  };
  return [value, change] as const;
}
