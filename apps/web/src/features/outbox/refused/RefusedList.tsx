import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import { useAllPages } from '../../../data/use-all-pages.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { Drawer } from '../../../ui/overlays/Drawer.tsx';
import { LongList } from '../LongList.tsx';
import { outboxMessages } from '../messages.ts';
import { refusedQuery } from '../queries.ts';
import { RefusedDetails } from './RefusedDetails.tsx';
import { RefusedRow } from './RefusedRow.tsx';

const route = getRouteApi('/shell/outbox/refused');

export function RefusedList() {
  const t = useT(outboxMessages);
  const say = useSentence();
  const { rule, open } = route.useSearch();
  const navigate = route.useNavigate();
  const { rows, source } = useAllPages(useInfiniteQuery(refusedQuery(rule)));
  const chosen = rows.find(({ intentId }) => intentId === open);
  const show = (id?: string) => void navigate({ search: (now) => ({ ...now, open: id }) });
  const only = rows.find((row) => row.rule === rule)?.sentence;
  return (
    <div className="grid gap-3">
      {rule && (
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-body text-ink-2">
          <p className="min-w-0 flex-[1_1_16rem] text-pretty">{only ? say(only) : t('noRule')}</p>
          <ButtonLink size="small" to="/outbox/refused" search={{}}>
            {t('allRefused')}
          </ButtonLink>
        </div>
      )}
      <LongList
        label={t('refusedList')}
        source={source}
        count={rows.length}
        empty={
          <EmptyState icon={ShieldCheck} title={t(rule ? 'noneRefusedLike' : 'noneRefused')}>
            {t('noneRefusedHelp')}
          </EmptyState>
        }
      >
        {rows.map((row) => (
          <RefusedRow key={row.intentId} row={row} onOpen={() => show(row.intentId)} />
        ))}
      </LongList>
      <Drawer open={chosen !== undefined} onOpenChange={() => show()} title={t('whyTitle')}>
        {chosen && <RefusedDetails row={chosen} />}
      </Drawer>
    </div>
  );
}
