import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Facts, type Fact } from '../health/Facts.tsx';
import { qualityTone } from '../health/quality-tone.ts';
import { useLimit } from '../health/use-limit.ts';
import { useMetaWords } from '../health/use-meta-words.ts';
import { numberMessages } from '../messages.ts';
import type { BusinessNumber } from '../../../data/numbers.ts';

/** Everything that Meta says of the number, in our words, with Meta's own beneath. */
export function NumberFacts({ number }: { number: BusinessNumber }) {
  const t = useT(numberMessages);
  const say = useMetaWords();
  const limitOf = useLimit();
  const { name, nameStatus, newName, newNameStatus, quality, messagingLimit, throughput } = number;
  const { messagesPerSecond, status, registered, codeVerification, pinEnabled, onBusinessApp } = number;
  const { mode, username, phoneNumberId, connectedAt, lastCheckedAt } = number;
  const rename: Fact = {
    name: t('newName'),
    value: `${newName}: ${say('name', newNameStatus ?? 'NONE')}`,
    meta: newNameStatus,
  };
  const facts: Fact[] = [
    { name: t('status'), value: say('status', status), meta: status },
    {
      name: t('qualityFact'),
      value: <StatusDot tone={qualityTone(quality)} label={say('quality', quality)} />,
      meta: quality,
    },
    { name: t('limitWhole'), value: limitOf(messagingLimit), meta: messagingLimit },
    { name: t('nameFact'), value: `${name || '–'}: ${say('name', nameStatus)}`, meta: nameStatus },
    ...(newName === null ? [] : [rename]),
    {
      name: t('speedFact'),
      value: messagesPerSecond > 0 ? t('perSecond', { count: messagesPerSecond }) : '–',
      meta: throughput,
    },
    { name: t('registeredFact'), value: t(registered ? 'yes' : 'no') },
    { name: t('ownership'), value: say('code', codeVerification), meta: codeVerification },
    { name: t('pin'), value: t(pinEnabled ? 'pinSet' : 'pinNone') },
    { name: t('placeFact'), value: t(onBusinessApp ? 'alsoApp' : 'apiOnly') },
    { name: t('mode'), value: t(mode === 'SANDBOX' ? 'sandbox' : 'live'), meta: mode },
    ...(username === null ? [] : [{ name: t('username'), value: `@${username}` }]),
    { name: t('numberId'), value: <span className="font-mono text-sm">{phoneNumberId}</span> },
    { name: t('connectedSince'), value: <Time at={connectedAt} as="dayYear" /> },
    { name: t('checkedFact'), value: <Time at={lastCheckedAt} /> },
  ];
  return <Facts facts={facts} />;
}
