import { useT } from '../../../i18n/use-t.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { Facts, type Fact } from '../health/Facts.tsx';
import { useMetaWords } from '../health/use-meta-words.ts';
import { numberMessages } from '../messages.ts';
import type { BusinessNumber } from '../../../data/numbers.ts';

/** Everything that Meta says of the number, in our words, with Meta's own beneath. */
export function NumberFacts({ number }: { number: BusinessNumber }) {
  const t = useT(numberMessages);
  const say = useMetaWords();
  const { newName, newNameStatus, status, registered, codeVerification, pinEnabled, onBusinessApp } = number;
  const { mode, username, phoneNumberId, connectedAt, lastCheckedAt } = number;
  const rename: Fact = {
    name: t('newName'),
    value: `${newName}: ${say('name', newNameStatus ?? 'NONE')}`,
    meta: newNameStatus,
  };
  const facts: Fact[] = [
    { name: t('status'), value: say('status', status), meta: status },
    ...(newName === null ? [] : [rename]),
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
