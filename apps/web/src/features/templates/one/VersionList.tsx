import { getRouteApi } from '@tanstack/react-router';
import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { templateMessages } from '../messages.ts';
import type { Version } from '../queries.ts';
import { useStatusWords } from '../use-status-words.ts';
import { TakeBack } from './TakeBack.tsx';

const route = getRouteApi('/shell/templates/$familyId');

export function VersionList({ versions }: { versions: readonly Version[] }) {
  const t = useT(templateMessages);
  const words = useStatusWords();
  const navigate = route.useNavigate();
  const mayTakeBack = useAllows()('templates.manage');
  if (versions.length === 0) return null;
  const show = (version: string) => void navigate({ search: { version } });
  return (
    <ul aria-label={t('versions')} className="grid divide-y divide-line border-t border-line">
      {versions.map(({ versionId, number, state, origin, createdBy, createdAt, rationale }) => (
        <li key={versionId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 text-sm">
          <span className="font-medium">{t('version', { number })}</span>
          <StatusDot tone={words.toneOf(state)} label={words.say(state)} />
          <span className="min-w-0 flex-1 text-ink-2">
            {origin === 'here' ? (createdBy.name ?? t('somebody')) : t(origin)} · <Time at={createdAt} />
            {rationale && <span className="block break-words">{t('said', { words: rationale })}</span>}
          </span>
          <Button
            size="small"
            tone="quiet"
            onClick={() => show(versionId)}
            aria-label={t('compareVersion', { number })}
          >
            {t('compare')}
          </Button>
          {state === 'in_review' && mayTakeBack && <TakeBack versionId={versionId} number={number} />}
        </li>
      ))}
    </ul>
  );
}
