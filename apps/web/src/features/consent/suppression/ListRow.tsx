import { useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2, UserRoundPlus, UsersRound } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
import { useNow } from '../../../ui/display/clock.ts';
import { Time } from '../../../ui/display/Time.tsx';
import { toast } from '../../../ui/feedback/toast-store.ts';
import { suppressionMessages } from './messages.ts';
import { listsQuery, type SuppressionList } from './queries.ts';

interface ListRowProps {
  list: SuppressionList;
  mayManage: boolean;
}

/** Who is kept out and why, of what and until when. */
export function ListRow({ list, mayManage }: ListRowProps) {
  const t = useT(suppressionMessages);
  const { listId, name, kind, reason, members } = list;
  return (
    <li className="grid gap-3 px-pad py-4">
      <div className="grid min-w-0 gap-0.5">
        <h2 className="flex flex-wrap items-center gap-2 font-semibold wrap-anywhere">
          {name}
          <Badge tone={kind === 'legal' || kind === 'complaint' ? 'warn' : 'neutral'}>
            {t(`kind_${kind}`)}
          </Badge>
        </h2>
        <p className="max-w-(--measure) wrap-anywhere">{reason}</p>
        <Facts list={list} />
      </div>
      {listId !== '' && (
        <div className="flex flex-wrap gap-2">
          <ButtonLink size="small" icon={UsersRound} to="/consent/suppression" search={{ list: listId }}>
            {t('open')}
          </ButtonLink>
          {mayManage && (
            <>
              <ButtonLink
                size="small"
                icon={UserRoundPlus}
                to="/consent/suppression"
                search={{ list: listId, act: 'add' }}
                aria-label={t('addTo', { name })}
              >
                {t('add')}
              </ButtonLink>
              <ButtonLink
                size="small"
                icon={Pencil}
                to="/consent/suppression"
                search={{ list: listId, act: 'edit' }}
                aria-label={t('editOf', { name })}
              >
                {t('edit')}
              </ButtonLink>
              <DeleteList listId={listId} name={name} members={members} />
            </>
          )}
        </div>
      )}
    </li>
  );
}

function Facts({ list }: { list: SuppressionList }) {
  const t = useT(suppressionMessages);
  const now = useNow();
  const { members, categories, memberDays, endsAt, rule, checkedAt } = list;
  const isOver = endsAt !== null && new Date(endsAt) <= now;
  const count = rule?.kind === 'blockers' ? rule.failures : (rule?.messages ?? 0);
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
      <span>{t('members', { count: members })}</span>
      <span>{categories.map((category) => t(`category_${category as 'marketing'}`)).join(', ')}</span>
      {memberDays !== null && <span>{t('stays', { count: memberDays })}</span>}
      {isOver && <span>{t('ended')}</span>}
      {endsAt !== null && !isOver && (
        <span>{t.rich('endsOn', { when: <Time at={lastMoment(endsAt)} as="dayYear" /> })}</span>
      )}
      {rule && <span>{t(`says_${rule.kind}`, { count, days: rule.days })}</span>}
      {rule && (
        <span>
          {checkedAt === null ? t('notChecked') : t.rich('checked', { when: <Time at={checkedAt} /> })}
        </span>
      )}
    </p>
  );
}

/** It ends as the day after begins. */
const lastMoment = (endsAt: string): Date => new Date(new Date(endsAt).getTime() - 1);

function DeleteList({ listId, name, members }: Pick<SuppressionList, 'listId' | 'name' | 'members'>) {
  const t = useT(suppressionMessages);
  const queryClient = useQueryClient();
  return (
    <ConfirmAction
      size="small"
      icon={Trash2}
      label={t('delete')}
      title={t('deleteTitle', { name })}
      confirm={t('deleteAct')}
      act={async () => {
        await api.suppression.remove({ listId });
        toast(t('deleted', { name }));
        refetchQuery(queryClient, listsQuery);
      }}
    >
      <p>{t('deleteHelp', { count: members })}</p>
    </ConfirmAction>
  );
}
