import { useAllows } from '../../../data/use-workspace.ts';
import { useContactName } from '../../../data/use-contact-name.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { PageHeader } from '../../../ui/display/PageHeader.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import type { Proof } from '../queries.ts';
import { EntryCard } from './EntryCard.tsx';
import { proofMessages } from './messages.ts';
import { ProofActions } from './ProofActions.tsx';
import { ReleaseHold } from './ReleaseHold.tsx';
import { Verdicts } from './Verdicts.tsx';

export function ProofView({ proof }: { proof: Proof }) {
  const t = useT(proofMessages);
  const { name, phone } = useContactName()(proof);
  const mayManage = useAllows()('consent.manage');
  const { contactId, entries, more, frozen } = proof;
  return (
    <>
      <PageHeader
        title={t('title', { name })}
        back={<Link to="/consent">{t('back')}</Link>}
        description={t('about', { name })}
      >
        <p className="flex flex-wrap gap-x-4 text-ink-2">
          {phone && <span>{phone}</span>}
          <Link to="/contacts/$contactId" params={{ contactId }}>
            {t('profile')}
          </Link>
        </p>
      </PageHeader>
      <div className="grid gap-5">
        {frozen && (
          <Banner tone="warn" action={mayManage && <ReleaseHold contactId={contactId} name={name} />}>
            {t.rich('held', {
              when: <Time at={frozen.at} as="dayYear" />,
              reason: frozen.reason === 'number_changed' ? t('number_changed') : frozen.reason,
            })}
          </Banner>
        )}
        <Card>
          <Verdicts proof={proof} />
        </Card>
        <ProofActions proof={proof} name={name} />
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t('entries')}</h2>
          {entries.length === 0 && <p className="text-ink-2">{t('entriesNone')}</p>}
          {entries.map((entry) => (
            <EntryCard key={entry.entryId} entry={entry} proof={proof} />
          ))}
          {more && <p className="text-sm text-ink-2">{t('more')}</p>}
        </section>
        <SignedUpTo proof={proof} />
      </div>
    </>
  );
}

function SignedUpTo({ proof: { checkpoint, keyId } }: { proof: Proof }) {
  const t = useT(proofMessages);
  return (
    <p className="text-sm wrap-anywhere text-ink-2">
      {checkpoint
        ? t.rich('checkpoint', {
            seq: checkpoint.seq,
            when: <Time at={checkpoint.at} as="dayTime" />,
            key: <code>{keyId}</code>,
          })
        : t('noCheckpoint')}
    </p>
  );
}
