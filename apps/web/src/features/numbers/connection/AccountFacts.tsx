import { useT } from '../../../i18n/use-t.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { Facts, type Fact } from '../health/Facts.tsx';
import { useMetaWords } from '../health/use-meta-words.ts';
import { numberMessages } from '../messages.ts';
import type { Account, MetaApp } from '../../../data/numbers.ts';
import { connectionMessages } from './messages.ts';

interface AccountFactsProps {
  account: Account;
  app: MetaApp | undefined;
}

export function AccountFacts({ account, app }: AccountFactsProps) {
  const t = useT(connectionMessages);
  const n = useT(numberMessages);
  const say = useMetaWords();
  const { tokenKind, expiresAt, reviewStatus, currency, timeZoneId, connectedBy, connectedAt } = account;
  const { subscribedAt, lastCheckedAt, scopes, disconnectedAt } = account;
  const ends = expiresAt
    ? t.rich('tokenUntil', { when: <Time at={expiresAt} as="dayYear" /> })
    : t('tokenLasts');
  const when = <Time at={connectedAt} as="dayYear" />;
  const token: Fact = {
    name: t('token'),
    value: (
      <>
        {say('token', tokenKind)}, {ends}
      </>
    ),
    meta: tokenKind,
  };
  const facts: Fact[] = [
    ...(disconnectedAt === null ? [token] : []),
    {
      name: t('review'),
      value: reviewStatus === null ? n('unknown') : say('review', reviewStatus),
      meta: reviewStatus,
    },
    { name: t('app'), value: app?.name ?? '–', meta: app?.metaAppId ?? null },
    {
      name: t('connectedBy'),
      value: connectedBy === 'hand' ? t.rich('byHand', { when }) : t.rich('bySignUp', { when }),
    },
    {
      name: t('subscribed'),
      value: subscribedAt ? <Time at={subscribedAt} as="dayTime" /> : t('notSubscribed'),
    },
    { name: n('checkedFact'), value: <Time at={lastCheckedAt} /> },
    { name: t('currency'), value: currency ?? '–' },
    { name: t('zone'), value: timeZoneId ?? '–' },
    ...(disconnectedAt === null
      ? [{ name: t('scopes'), value: <Scopes scopes={scopes} />, wide: true }]
      : []),
  ];
  return <Facts facts={facts} />;
}

function Scopes({ scopes }: { scopes: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3 font-mono text-sm">
      {scopes.map((scope) => (
        <li key={scope} translate="no">
          {scope}
        </li>
      ))}
    </ul>
  );
}
