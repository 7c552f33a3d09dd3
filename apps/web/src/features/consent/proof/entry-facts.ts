import type { Translate } from '../../../i18n/use-t.ts';
import type { ProvedEntry } from '../queries.ts';
import type { proofMessages } from './messages.ts';

type T = Translate<(typeof proofMessages)['en']>;

const ofEvidence = ['ip', 'device', 'staff', 'method', 'note', 'reason', 'from'] as const;

/** Names and values of what is known; what nobody knows is left out. */
export function factsOf(entry: ProvedEntry, t: T): (readonly [string, string])[] {
  const { source, campaign, store, country, termsUrl, evidence } = entry;
  const facts: (readonly [string, unknown])[] = [
    [t('source_'), source],
    [t('recordedBy'), actorOf(entry, t)],
    [t('store'), store],
    [t('campaign'), campaign],
    [t('country'), country],
    [t('terms'), termsUrl],
    ...ofEvidence.map((key) => [t(key), evidence?.[key]] as const),
  ];
  return facts.filter(
    (fact): fact is readonly [string, string] => typeof fact[1] === 'string' && fact[1] !== '',
  );
}

function actorOf({ actor, actorName }: ProvedEntry, t: T): string {
  if (actor.kind === 'user') return actorName ?? t('someone');
  return actor.kind === 'key' ? t('key') : t('program');
}
