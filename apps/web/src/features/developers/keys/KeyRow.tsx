import type { ApiKey } from '../../../data/api-keys.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { developerMessages } from '../messages.ts';
import { KeyFacts } from './KeyFacts.tsx';
import { RevokeKey } from './RevokeKey.tsx';

/** A key that works: what it is called, whether it is used, what it may do. */
export function KeyRow({ apiKey }: { apiKey: ApiKey }) {
  const t = useT(developerMessages);
  const { name, hint, lastUsedAt } = apiKey;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-pad py-3.5">
      <div className="grid min-w-0 flex-[1_1_16rem] gap-1">
        <h3 className="font-medium wrap-anywhere">{name}</h3>
        <code className="font-mono text-sm wrap-anywhere text-ink-2">{hint}</code>
        <KeyFacts apiKey={apiKey} />
      </div>
      <div className="flex items-center gap-4">
        <span className={lastUsedAt ? 'text-sm text-ink-2' : 'text-sm text-ink-3'}>
          {lastUsedAt ? t.rich('used', { when: <Time at={lastUsedAt} /> }) : t('usedNever')}
        </span>
        <RevokeKey apiKey={apiKey} />
      </div>
    </li>
  );
}
