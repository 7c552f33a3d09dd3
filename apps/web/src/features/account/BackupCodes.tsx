import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { useAccount } from '../../data/use-workspace.ts';
import { useT } from '../../i18n/use-t.ts';
import { Button } from '../../ui/actions/Button.tsx';
import { securityMessages } from './messages.ts';
import { saveTextFile } from './save-text-file.ts';

interface BackupCodesProps {
  codes: readonly string[];
  onDone: () => void;
}

export function BackupCodes({ codes, onDone }: BackupCodesProps) {
  const t = useT(securityMessages);
  const { email } = useAccount();
  const [copied, setCopied] = useState(false);
  const text = `${t('fileHead', { email })}\n\n${codes.join('\n')}\n`;
  return (
    <div className="grid gap-4">
      <ul
        aria-label={t('codesCount')}
        className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-md border border-line bg-sunken px-4 py-3 text-center font-mono text-md"
      >
        {codes.map((code) => (
          <li key={code} translate="no">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button
          icon={copied ? Check : Copy}
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          <span aria-live="polite">{t(copied ? 'copied' : 'copyAll')}</span>
        </Button>
        <Button icon={Download} onClick={() => saveTextFile('trikon-backup-codes.txt', text)}>
          {t('download')}
        </Button>
        <span className="flex-1" />
        <Button tone="primary" onClick={onDone}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}
