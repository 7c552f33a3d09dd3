import { Check, Copy, Eye, EyeOff } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

interface CopyFieldProps {
  label: string;
  value: string;
  /** Shown this once only: hidden until asked for, with the warning beside it. */
  secret?: boolean;
}

export function CopyField({ label, value, secret = false }: CopyFieldProps) {
  const t = useT(uiMessages);
  const id = useId();
  const [shown, setShown] = useState(!secret);
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
      <div className="flex min-w-0 gap-2">
        <input
          id={id}
          readOnly
          type={shown ? 'text' : 'password'}
          value={value}
          aria-describedby={secret ? `${id}-once` : undefined}
          onFocus={(event) => event.currentTarget.select()}
          className="field-edge h-control min-w-0 flex-1 bg-sunken px-2.5 font-mono text-sm"
        />
        {secret && (
          <IconButton
            icon={shown ? EyeOff : Eye}
            label={t(shown ? 'hide' : 'show')}
            onClick={() => setShown(!shown)}
          />
        )}
        <Button
          icon={copied ? Check : Copy}
          onClick={() => void navigator.clipboard.writeText(value).then(() => setCopied(true))}
        >
          <span aria-live="polite">{t(copied ? 'copied' : 'copy')}</span>
        </Button>
      </div>
      {secret && (
        <p id={`${id}-once`} className="text-sm text-warn">
          {t('secretOnce')}
        </p>
      )}
    </div>
  );
}
