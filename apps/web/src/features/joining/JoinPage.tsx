import { useState } from 'react';
import { isRefusedWith } from '../../data/is-refused-with.ts';
import { useProblems } from '../../data/use-problems.ts';
import { useT } from '../../i18n/use-t.ts';
import { PublicPage } from '../../shell/PublicPage.tsx';
import { ErrorState } from '../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { InvitationFor } from './InvitationFor.tsx';
import { readInvitationToken } from './invitation-token.ts';
import { joiningMessages } from './messages.ts';
import { useInvitation } from './use-invitation.ts';

export function JoinPage() {
  const t = useT(joiningMessages);
  const problems = useProblems();
  const [token] = useState(readInvitationToken);
  const [gone, setGone] = useState(false);
  const { data, error, refetch, isFetching } = useInvitation(token);

  if (token === '') return <PublicPage title={t('noneTitle')} description={t('noneHelp')} />;
  if (gone || isRefusedWith(error, 'gone') || isRefusedWith(error, 'invalid_input'))
    return <PublicPage title={t('brokenTitle')} description={t('brokenHelp')} />;
  if (error)
    return (
      <ErrorState title={t('failed')} onRetry={() => void refetch()} retrying={isFetching}>
        {problems.say(error)}
      </ErrorState>
    );
  if (!data)
    return (
      <PublicPage title={t('loading')}>
        <SkeletonLines lines={4} />
      </PublicPage>
    );
  return <InvitationFor opened={data} token={token} onGone={() => setGone(true)} />;
}
