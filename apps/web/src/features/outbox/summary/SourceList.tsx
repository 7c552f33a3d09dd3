import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { SourceActions } from '../actions/SourceActions.tsx';
import { outboxMessages } from '../messages.ts';
import type { Source } from '../queries.ts';

const kinds = ['campaign', 'flow', 'audience'] as const;

/** What sends to many at this moment, and can be stopped. Paused ones stand above, with the reason. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  const t = useT(outboxMessages);
  if (sources.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-body font-semibold">{t('sources')}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {sources.map((source) => (
          <li key={source.sourceId} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-pad py-2.5">
            <div className="grid min-w-0 flex-[1_1_14rem] gap-0.5">
              <Link to="/outbox" search={{ source: source.sourceId }} className="truncate">
                {source.name}
              </Link>
              <p className="text-sm text-ink-2">
                {t(kinds.find((kind) => kind === source.kind) ?? 'source')} ·{' '}
                {t('someWait', { count: source.waiting })}
              </p>
            </div>
            <div className="flex flex-wrap gap-2">
              <SourceActions source={source} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
