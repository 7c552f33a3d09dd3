import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { UserRoundX, X } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useContactName } from '../../../data/use-contact-name.ts';
import { useProblems } from '../../../data/use-problems.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { OlderRows } from '../../../ui/table/OlderRows.tsx';
import { suppressionMessages } from './messages.ts';
import { everyList, membersQuery, type Member, type SuppressionList } from './queries.ts';

interface MembersProps {
  list: SuppressionList;
  mayManage: boolean;
}

export function Members({ list, mayManage }: MembersProps) {
  const t = useT(suppressionMessages);
  const { rows, source } = useAllPages(useInfiniteQuery(membersQuery(list.listId)));
  if (source.state === 'failed')
    return <ErrorState title={t('failed')} {...(source.retry ? { onRetry: source.retry } : {})} />;
  if (source.state === 'loading') return <SkeletonLines lines={6} />;
  return (
    <div className="grid gap-4">
      <p className="text-ink-2">{list.reason}</p>
      {rows.length === 0 ? (
        <EmptyState icon={UserRoundX} title={t('empty')}>
          {t(list.rule === null ? 'emptyHelp' : 'emptyRule')}
        </EmptyState>
      ) : (
        <ul aria-label={t('membersOf', { name: list.name })} className="divide-y divide-line">
          {rows.map((member) => (
            <MemberRow key={member.memberId} member={member} listId={list.listId} mayManage={mayManage} />
          ))}
        </ul>
      )}
      <OlderRows source={source} word={t('more')} />
    </div>
  );
}

interface MemberRowProps {
  member: Member;
  listId: string;
  mayManage: boolean;
}

function MemberRow({ member, listId, mayManage }: MemberRowProps) {
  const t = useT(suppressionMessages);
  const queryClient = useQueryClient();
  const problems = useProblems();
  const nameOf = useContactName();
  const { memberId, phone, reason, addedAt, endsAt, byRule } = member;
  const who = phone === null ? nameOf(member) : { name: phoneText(phone), phone: t('unknown') };
  const takeOff = useMutation({
    mutationFn: () => api.suppression.removeMember({ listId, memberId }),
    onSuccess: () => toast(t('takenOff', { name: who.name })),
    onError: (error) => toast(problems.say(error), { tone: 'bad' }),
    onSettled: () => refetchQuery(queryClient, everyList),
  });
  return (
    <li className="flex items-start justify-between gap-3 py-3">
      <div className="grid min-w-0 gap-0.5">
        <p className="font-medium wrap-anywhere">{who.name}</p>
        {who.phone && <p className="text-sm text-ink-2">{who.phone}</p>}
        {reason && <p className="text-sm wrap-anywhere">{reason}</p>}
        <p className="flex flex-wrap gap-x-2 text-sm text-ink-2">
          {byRule && <span>{t('byRule')}</span>}
          <span>{t.rich('since', { when: <Time at={addedAt} as="dayYear" /> })}</span>
          {endsAt && <span>{t.rich('endsOn', { when: <Time at={endsAt} as="dayYear" /> })}</span>}
        </p>
      </div>
      {mayManage && (
        <Button
          size="small"
          icon={X}
          busy={takeOff.isPending}
          onClick={() => takeOff.mutate()}
          aria-label={t('takeOffOf', { name: who.name })}
        >
          {t('takeOff')}
        </Button>
      )}
    </li>
  );
}
