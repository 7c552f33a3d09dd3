import { ChevronRight } from 'lucide-react';
import type { ApiKey } from '../../../data/api-keys.ts';
import { useT } from '../../../i18n/use-t.ts';
import { developerMessages } from '../messages.ts';
import { KeyFacts } from './KeyFacts.tsx';

/** Revoked and expired keys: kept for those who look back, out of the way of everyone else. */
export function OldKeys({ keys }: { keys: readonly ApiKey[] }) {
  const t = useT(developerMessages);
  return (
    <details className="group rounded-lg border border-line">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded-lg px-pad py-2.5 text-sm font-medium text-ink-2 hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 transition-transform duration-(--quick) group-open:rotate-90 rtl:-scale-x-100"
        />
        {t('oldKeys', { count: keys.length })}
      </summary>
      <ul className="divide-y divide-line border-t border-line">
        {keys.map((key) => (
          <li key={key.keyId} className="grid gap-1 px-pad py-3">
            <h3 className="wrap-anywhere text-ink-2">
              {key.name} <code className="font-mono text-sm text-ink-3">{key.hint}</code>
            </h3>
            <KeyFacts apiKey={key} />
          </li>
        ))}
      </ul>
    </details>
  );
}
