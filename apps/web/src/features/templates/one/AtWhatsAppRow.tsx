import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { templateMessages } from '../messages.ts';
import type { AtWhatsApp, Version } from '../queries.ts';
import { useStatusWords } from '../use-status-words.ts';
import { useAccountNames } from './use-account-names.ts';

interface AtWhatsAppRowProps {
  there: AtWhatsApp;
  versions: readonly Version[];
}

/** How it stands at one account, and in WhatsApp’s words what is wrong and what to do. */
export function AtWhatsAppRow({ there, versions }: AtWhatsAppRowProps) {
  const t = useT(templateMessages);
  const words = useStatusWords();
  const nameOf = useAccountNames();
  const { accountId, status, removedAt, quality, category, correctCategory, categoryChangesAt } = there;
  const version = versions.find(({ versionId }) => versionId === there.versionId);
  const shown = removedAt === null ? status : 'gone';
  const judged = words.quality(quality);
  return (
    <div className="grid gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
        <span className="font-medium">{nameOf(accountId) ?? t('account')}</span>
        <StatusDot tone={words.toneOf(shown)} label={words.say(shown)} />
        {judged && <StatusDot {...judged} />}
        {version && <span className="text-ink-2">{t('version', { number: version.number })}</span>}
        <span className="text-ink-3">
          <Time at={there.updatedAt} />
        </span>
      </div>
      {removedAt === null && status === 'REJECTED' && <Rejection there={there} />}
      {removedAt === null && there.pausedUntil !== null && (
        <Banner tone="warn">
          {t.rich('pausedUntil', { when: <Time at={there.pausedUntil} as="exact" /> })}
        </Banner>
      )}
      {removedAt === null && correctCategory !== null && (
        <Banner tone="warn">
          {correctCategory === category
            ? t('isOtherCategory', { category: words.say(category) })
            : t('becomesOtherCategory', { category: words.say(correctCategory) })}{' '}
          {categoryChangesAt !== null && <Time at={categoryChangesAt} as="exact" />}
        </Banner>
      )}
    </div>
  );
}

function Rejection({ there: { rejection, rejectedReason } }: { there: AtWhatsApp }) {
  const t = useT(templateMessages);
  const known = `reason_${rejectedReason ?? ''}`;
  const reason = known in templateMessages.en ? t(known as 'reason_SCAM') : (rejectedReason ?? t('noReason'));
  return (
    <Banner tone="bad">
      <p className="font-medium">{reason}</p>
      {rejection?.reason && <p>{rejection.reason}</p>}
      {rejection?.recommendation && <p>{t('recommends', { words: rejection.recommendation })}</p>}
    </Banner>
  );
}
