import { CircleAlert } from 'lucide-react';
import { useId, useMemo, type ReactNode } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { classes } from '../classes.ts';
import { uiMessages } from '../messages.ts';
import { FieldContext, type FieldBinding } from './field-context.ts';

interface FieldProps {
  label: string;
  /** What the field is for, when the label alone does not say it. */
  help?: ReactNode;
  error?: string | undefined;
  required?: boolean;
  bind?: FieldBinding;
  hideLabel?: boolean;
  children: ReactNode;
}

/** Label, help, control, and the problem beside its cause. Any control of ui/fields goes inside. */
export function Field({
  label,
  help,
  error,
  required = false,
  bind,
  hideLabel = false,
  children,
}: FieldProps) {
  const t = useT(uiMessages);
  const id = useId();
  const problem = error ?? bind?.error;
  const describedBy =
    [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
  const value = useMemo(
    () => ({ id, describedBy, invalid: problem !== undefined, required, bind }),
    [id, describedBy, problem, required, bind],
  );
  return (
    <FieldContext value={value}>
      <div className="grid min-w-0 gap-1.5">
        <label
          htmlFor={id}
          id={`${id}-label`}
          className={hideLabel ? 'sr-only' : 'text-sm font-medium text-ink'}
        >
          {label}
          {!required && bind && <span className="ms-1.5 font-normal text-ink-3">{t('optional')}</span>}
        </label>
        {children}
        {help && (
          <p
            id={`${id}-help`}
            className={classes('max-w-(--measure) text-sm text-ink-2', problem && 'sr-only')}
          >
            {help}
          </p>
        )}
        {problem && (
          <p id={`${id}-problem`} className="flex animate-fade items-start gap-1.5 text-sm text-bad">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {problem}
          </p>
        )}
      </div>
    </FieldContext>
  );
}
