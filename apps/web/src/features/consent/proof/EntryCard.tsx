import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { entryMessages } from '../entry-messages.ts';
import { purposeWords } from '../purpose-name.ts';
import type { Proof, ProvedEntry } from '../queries.ts';
import { factsOf } from './entry-facts.ts';
import { proofMessages } from './messages.ts';
import { WordsShown } from './WordsShown.tsx';

interface EntryCardProps {
  entry: ProvedEntry;
  proof: Pick<Proof, 'purposes'>;
}

/** What was said, when, where and to whom, with its place in the chain. */
export function EntryCard({ entry, proof }: EntryCardProps) {
  const t = useT(proofMessages);
  const says = useT(entryMessages);
  const { language } = useLocale();
  const { entryId, kind, purpose, at, evidence, seal } = entry;
  const texts = proof.purposes.find((one) => one.purpose === purpose)?.texts;
  const about =
    purpose === '*' ? says('everything') : texts ? purposeWords(texts, language).name : (purpose ?? '');
  return (
    <div
      id={`entry-${entryId}`}
      className="scroll-mt-16 break-inside-avoid rounded-lg target:outline-2 target:outline-accent"
    >
      <Card title={about ? `${says(kind)}: ${about}` : says(kind)} description={<Time at={at} as="exact" />}>
        <div className="grid gap-4">
          <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
            {factsOf(entry, t).map(([name, value]) => (
              <div key={name} className="min-w-0">
                <dt className="text-sm text-ink-2">{name}</dt>
                <dd className="wrap-anywhere">{value}</dd>
              </div>
            ))}
          </dl>
          <WordsShown entry={entry} />
          {evidence === null && <p className="text-sm text-ink-2">{t('erased')}</p>}
          <p className="text-sm wrap-anywhere text-ink-2">
            {seal ? (
              <>
                {t('place')} {seal.seq} · {t('hash')} <code>{seal.hash}</code>
              </>
            ) : (
              t('waits')
            )}
          </p>
        </div>
      </Card>
    </div>
  );
}
