import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { developerMessages } from '../messages.ts';

interface ExampleProps {
  title: string;
  help?: string;
  code: string;
}

export function Example({ title, help, code }: ExampleProps) {
  const t = useT(developerMessages);
  const [copied, setCopied] = useState<string>();
  return (
    <section aria-label={title} className="grid gap-1.5">
      <div className="flex items-center justify-between gap-3">
        <h3 className="text-sm font-medium">{title}</h3>
        <Button
          size="small"
          tone="quiet"
          icon={copied === code ? Check : Copy}
          onClick={() => void navigator.clipboard.writeText(code).then(() => setCopied(code))}
        >
          <span aria-live="polite">{t(copied === code ? 'copied' : 'copyExample')}</span>
        </Button>
      </div>
      <pre className="rounded-md bg-sunken px-3 py-2.5 font-mono text-xs leading-5 wrap-anywhere whitespace-pre-wrap">
        {code}
      </pre>
      {help && <p className="text-sm text-ink-2">{help}</p>}
    </section>
  );
}
