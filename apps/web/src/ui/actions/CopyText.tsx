import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';
import { Button } from './Button.tsx';

interface CopyTextProps {
  label: string;
  value: string;
}

/** Text that may also be read off and typed elsewhere, so all of it is in sight. One line that only travels is a CopyField. */
export function CopyText({ label, value }: CopyTextProps) {
  const t = useT(uiMessages);
  const id = useId();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);

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
        <Button
          icon={copied ? Check : Copy}
          onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
        >
          <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
        </Button>
      </div>
    </div>
  );
}
