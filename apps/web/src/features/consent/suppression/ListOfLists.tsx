import { UserRoundX } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ListRow } from './ListRow.tsx';
import { suppressionMessages } from './messages.ts';
import type { SuppressionList } from './queries.ts';

interface ListOfListsProps {
  lists: readonly SuppressionList[];
  mayManage: boolean;
}

export function ListOfLists({ lists, mayManage }: ListOfListsProps) {
  const t = useT(suppressionMessages);
  if (lists.length === 0)
    return (
      <div className="rounded-lg border border-line bg-raised">
        <EmptyState
          icon={UserRoundX}
          title={t('none')}
          example={<ExampleList />}
          action={
            mayManage && (
              <ButtonLink tone="primary" to="/consent/suppression" search={{ act: 'new' }}>
                {t('newList')}
              </ButtonLink>
            )
          }
        >
          {t('noneHelp')} {!mayManage && t('noneNotYours')}
        </EmptyState>
      </div>
    );
  return (
    <ul aria-label={t('lists')} className="divide-y divide-line rounded-lg border border-line bg-raised">
      {lists.map((list) => (
        <ListRow key={list.listId} list={list} mayManage={mayManage} />
      ))}
    </ul>
  );
}

function ExampleList() {
  const t = useT(suppressionMessages);
  const example: SuppressionList = {
    listId: '',
    name: t('exampleName'),
    kind: 'recent_buyers',
    reason: t('exampleReason'),
    categories: ['marketing'],
    purposes: null,
    memberDays: 7,
    endsAt: null,
    rule: null,
    checkedAt: null,
    members: 42,
    createdAt: '2026-11-01T00:00:00.000Z',
  };
  return (
    <ul className="rounded-lg border border-line bg-surface pb-4">
      <ListRow list={example} mayManage={false} />
    </ul>
  );
}
