import { useId } from 'react';
import { CopyButton } from './CopyButton.tsx';

interface CopyTextProps {
  label: string;
  value: string;
}

/** Text that may also be read off and typed elsewhere, so all of it is in sight. One line that only travels is a CopyField. */
export function CopyText({ label, value }: CopyTextProps) {
  const id = useId();

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <div className="flex min-w-0 items-start gap-2">
        <textarea
          id={id}
          readOnly
          rows={3}
          value={value}
          translate="no"
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="field-edge min-w-0 flex-1 resize-none bg-sunken px-2.5 py-1.5 font-mono text-sm break-words field-sizing-content"
        />
        <CopyButton value={value} />
      </div>
    </div>
  );
}
