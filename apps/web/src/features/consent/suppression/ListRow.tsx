import { useQueryClient } from '@tanstack/react-query';
import { Trash2, UserRoundPlus, UsersRound } from 'lucide-react';
import { api } from '../../../data/api.ts';
import { refetchQuery } from '../../../data/patch-query.ts';
import { formatDate } from '../../../i18n/format-date.ts';
import { useLocale } from '../../../i18n/locale.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ConfirmAction } from '../../../shell/ConfirmAction.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Badge } from '../../../ui/display/Badge.tsx';
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
  const locale = useLocale();
  const { members, categories, memberDays, endsAt, rule, checkedAt } = list;
  const when = (at: string): string => formatDate(new Date(at), 'dayYear', locale);
  const facts = [
    t('members', { count: members }),
    categories.map((category) => t(`category_${category as 'marketing'}`)).join(', '),
    ...(memberDays === null ? [] : [t('stays', { count: memberDays })]),
    ...(endsAt === null ? [] : [t('endsOn', { when: when(endsAt) })]),
    ...(rule === null
      ? []
      : [checkedAt === null ? t('notChecked') : t('checked', { when: when(checkedAt) })]),
  ];
  return <p className="text-sm text-ink-2">{facts.join(' · ')}</p>;
}

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
