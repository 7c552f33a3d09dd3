import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';
import { CopyButton } from './CopyButton.tsx';
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
        <CopyButton value={value} />
      </div>
      {secret && (
        <p id={`${id}-once`} className="text-sm text-warn">
          {t('secretOnce')}
        </p>
      )}
    </div>
  );
}
