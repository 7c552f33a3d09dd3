import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { Banner } from '../feedback/Banner.tsx';
import { uiMessages } from '../messages.ts';
import type { Form as FormState } from './use-form.ts';
import type { Values } from './form-state.ts';

interface FormProps<V extends Values> {
  form: FormState<V>;
  children: ReactNode;
  /** Runs once the save went through. */
  onSaved?: () => void;
  className?: string;
}

/** Shows what stands in the way above the fields, and puts the cursor into the first of them. */
export function Form<V extends Values>({ form, children, onSaved, className }: FormProps<V>) {
  const t = useT(uiMessages);
  const element = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const count = Object.keys(form.problems).length;

  useEffect(() => {
    if (attempts > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);

  const submit = async () => {
    const saved = await form.submit();
    if (saved) onSaved?.();
    else setAttempts((now) => now + 1);
  };

  return (
    <form
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      className={classes('grid gap-5', className)}
    >
      <output className="grid gap-3 empty:hidden">
        {attempts > 0 && count > 1 && <Banner tone="bad">{t('problems', { count })}</Banner>}
        {form.message && <Banner tone="bad">{form.message}</Banner>}
        {form.failed && <Banner tone="bad">{t('saveFailed')}</Banner>}
      </output>
      {children}
    </form>
  );
}
