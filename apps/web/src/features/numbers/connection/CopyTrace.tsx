import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import type { Step } from '../../../data/numbers.ts';
import { stepMessages } from './messages.ts';

/** What Meta answered, to be looked up in its documents or given to its support. */
export function CopyTrace({ meta: { code, trace } }: { meta: NonNullable<Step['meta']> }) {
  const t = useT(stepMessages);
  const [copied, setCopied] = useState(false);
  const text = trace === null ? `code ${code}` : `code ${code}, fbtrace_id ${trace}`;
  // Codes are names, not amounts: no grouping.
  const said = [
    t('metaCode', { code: String(code) }),
    ...(trace === null ? [] : [t('metaTrace', { trace })]),
  ].join(', ');
  return (
    <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-3">
      <span className="wrap-anywhere">{said}</span>
      <Button
        size="small"
        tone="quiet"
        icon={copied ? Check : Copy}
        onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
      >
        <span aria-live="polite">{t(copied ? 'copied' : 'copyForSupport')}</span>
      </Button>
    </p>
  );
}
