import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import type { Notice } from '../queries.ts';
import { noticeMessages } from './messages.ts';

const tones = { draft: 'info', approved: 'good', retired: 'neutral' } as const;

export function VersionList({ notice, shown }: { notice: Notice; shown: number | undefined }) {
  const t = useT(noticeMessages);
  return (
    <Card title={t('versions')}>
      <ol className="grid gap-4">
        {notice.versions.map(({ version, state, entries, approvedAt, note }) => (
          <li key={version} className="grid gap-0.5">
            <p className="flex flex-wrap items-center gap-2">
              <Link
                to="/consent/notices/$noticeId"
                params={{ noticeId: notice.noticeId }}
                search={{ version }}
                aria-current={version === shown ? 'true' : undefined}
              >
                {t('version', { version })}
              </Link>
              <Badge tone={tones[state]}>{t(`state_${state}`)}</Badge>
            </p>
            {note && <p className="text-sm wrap-anywhere">{note}</p>}
            {approvedAt && (
              <p className="text-sm text-ink-2">
                {t.rich('approvedOn', { when: <Time at={approvedAt} as="dayYear" /> })} ·{' '}
                {t('entries', { count: entries })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}
