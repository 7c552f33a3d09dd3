import { useLocale } from '../../../i18n/locale.ts';
import { formatNumber } from '../../../i18n/format-number.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { kindMessages } from '../kind-messages.ts';
import { kindIcons } from '../kinds.ts';
import { optInMessages } from '../messages.ts';
import type { ListedPoint } from '../queries.ts';

export function PointRow({ point }: { point: ListedPoint }) {
  const t = useT(optInMessages);
  const kind = useT(kindMessages);
  const Icon = kindIcons[point.kind];
  const where = [kind(point.kind), point.store, point.staff, point.campaign].filter(Boolean).join(' · ');
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-3 px-pad py-3.5">
      <div className="flex min-w-0 flex-[1_1_16rem] items-start gap-3">
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-3" />
        <div className="grid min-w-0 gap-0.5">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
            <Link to="/opt-in/$entryPointId" params={{ entryPointId: point.entryPointId }} search={{}}>
              {point.name}
            </Link>
            {!point.active && <Badge>{t('off')}</Badge>}
          </h2>
          <p className="text-sm text-ink-2 wrap-anywhere">{where}</p>
        </div>
      </div>
      <Counts counts={point.counts} />
    </li>
  );
}

/** What came of a place in thirty days; what did not happen is not drawn loudly. */
export function Counts({ counts }: { counts: ListedPoint['counts'] }) {
  const t = useT(optInMessages);
  const kind = useT(kindMessages);
  const locale = useLocale();
  const facts: [label: string, value: number | null][] = [
    [t('shown'), counts.shown],
    [kind('accepted'), counts.accepted],
    [kind('waiting'), counts.waiting],
    [kind('refused'), counts.refused],
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {facts.map(([label, value]) =>
        value === null ? null : (
          <div key={label} className="flex min-w-20 flex-col-reverse">
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd
              className={
                value === 0 ? 'text-lg text-ink-3 tabular-nums' : 'text-lg font-semibold tabular-nums'
              }
            >
              {formatNumber(value, locale)}
            </dd>
          </div>
        ),
      )}
    </dl>
  );
}
