import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { apiKeysQuery, type ApiKey } from '../../../data/api-keys.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { developerMessages } from '../messages.ts';
import { developerPlaceMessages } from '../place-messages.ts';
import { KeyRow } from './KeyRow.tsx';
import { OldKeys } from './OldKeys.tsx';

export function KeysPanel() {
  const t = useT(developerMessages);
  const place = useT(developerPlaceMessages);
  const now = useNow();
  const { data: keys, isError, isFetching, refetch } = useQuery(apiKeysQuery);
  if (!keys) {
    return (
      <div className="rounded-lg border border-line bg-raised p-pad">
        {isError ? (
          <ErrorState title={t('keysFailed')} onRetry={() => void refetch()} retrying={isFetching} />
        ) : (
          <SkeletonLines lines={6} />
        )}
      </div>
    );
  }
  const newest = keys.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  const working = newest.filter((key) => works(key, now));
  const old = newest.filter((key) => !works(key, now));
  return (
    <div className="grid min-w-0 gap-4">
      <div className="rounded-lg border border-line bg-raised">
        {working.length === 0 ? (
          <EmptyState
            icon={KeyRound}
            title={t('noKeys')}
            action={
              <ButtonLink tone="primary" to="/developers" search={{ create: true }}>
                {place('newKey')}
              </ButtonLink>
            }
          >
            {t('noKeysHelp')}
          </EmptyState>
        ) : (
          <ul aria-label={t('keys')} className="divide-y divide-line">
            {working.map((key) => (
              <KeyRow key={key.keyId} apiKey={key} />
            ))}
          </ul>
        )}
      </div>
      {old.length > 0 && <OldKeys keys={old} />}
    </div>
  );
}

const works = ({ revokedAt, expiresAt }: ApiKey, now: Date): boolean =>
  revokedAt === null && (expiresAt === null || new Date(expiresAt) > now);
