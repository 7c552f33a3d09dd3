import { useMemo } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { CopyButton } from '../../../ui/actions/CopyButton.tsx';
import { deliveryMessages } from '../messages.ts';
import { fromBase64, hexLines } from './hex-lines.ts';

interface BodyBytesProps {
  label: string;
  base64: string;
}

const mostShown = 4_096;

/** What came is no text, so it is shown byte for byte. */
export function BodyBytes({ label, base64 }: BodyBytesProps) {
  const t = useT(deliveryMessages);
  const bytes = useMemo(() => fromBase64(base64), [base64]);
  const lines = useMemo(() => hexLines(bytes.subarray(0, mostShown)), [bytes]);
  return (
    <div className="grid min-w-0 gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="min-w-0 flex-[1_1_14rem] text-sm text-ink-2">
          {t('bytes', { count: bytes.length })}{' '}
          {bytes.length > mostShown && t('bytesFirst', { count: mostShown })}
        </p>
        <CopyButton value={base64} />
      </div>
      <pre
        role="region"
        aria-label={label}
        tabIndex={0}
        translate="no"
        dir="ltr"
        className="max-h-[min(70vh,44rem)] overflow-auto rounded-md border border-line bg-sunken px-3 py-2.5 font-mono text-sm"
      >
        {lines}
      </pre>
    </div>
  );
}
