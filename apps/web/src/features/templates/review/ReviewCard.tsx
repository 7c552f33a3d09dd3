import { useAllows } from '../../../data/use-workspace.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { useLanguageName } from '../editor/use-language-name.ts';
import { templateMessages } from '../messages.ts';
import { Changes } from '../one/Changes.tsx';
import { TakeBack } from '../one/TakeBack.tsx';
import type { Waiting } from '../queries.ts';
import { useStatusWords } from '../use-status-words.ts';
import { Decision } from './Decision.tsx';
import { Previews } from './Previews.tsx';

/** Everything that a decision needs, on one card. */
export function ReviewCard({ waiting }: { waiting: Waiting }) {
  const t = useT(templateMessages);
  const words = useStatusWords();
  const languageName = useLanguageName();
  const allows = useAllows();
  const mayReview = allows('templates.review');
  const isOwn = allows('templates.manage') && !waiting.mayDecide;
  const { versionId, familyId, familyName, language, number, category, createdBy, createdAt, note } = waiting;
  return (
    <Card
      title={familyName}
      description={
        <>
          {languageName(language)} · {t('version', { number })} ·{' '}
          {t('askedBy', { name: createdBy.name ?? t('somebody') })} <Time at={createdAt} />
        </>
      }
      actions={<Badge>{words.say(category)}</Badge>}
    >
      <div className="grid gap-5 lg:grid-cols-2">
        <div className="grid content-start gap-3">
          <Previews waiting={waiting} />
          {note && <p className="text-sm break-words text-ink-2">{t('said', { words: note })}</p>}
          <Link to="/templates/$familyId" params={{ familyId }} className="text-sm">
            {t('openTemplate')}
          </Link>
        </div>
        <div className="grid content-start gap-4">
          <section aria-label={t('changes')} className="text-sm">
            <Changes versionId={versionId} />
          </section>
          {mayReview && waiting.mayDecide && <Decision versionId={versionId} name={familyName} />}
          {mayReview && !waiting.mayDecide && <p className="text-sm text-ink-2">{t('ownWork')}</p>}
          {isOwn && (
            <div>
              <TakeBack versionId={versionId} number={number} />
            </div>
          )}
        </div>
      </div>
    </Card>
  );
}
