import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Printer } from 'lucide-react';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Button } from '../../ui/actions/Button.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { SkeletonLines } from '../../ui/feedback/SkeletonLines.tsx';
import { Segmented } from '../../ui/fields/Segmented.tsx';
import { BackToOptIn } from './BackToOptIn.tsx';
import { optInPlaceMessages } from './place-messages.ts';
import { entryPointQuery } from './queries.ts';
import { sheetMessages } from './sheet/messages.ts';
import { Sheet } from './sheet/Sheet.tsx';

const route = getRouteApi('/shell/opt-in/$entryPointId/sheet');

export function SheetPage() {
  const place = useT(optInPlaceMessages);
  const t = useT(sheetMessages);
  const { entryPointId } = route.useParams();
  const { size = 'a4', to = 'chat' } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: point } = useQuery(entryPointQuery(entryPointId));
  const leads = point?.chatUrl ? to : 'page';
  return (
    <OnlyWith needs={['capture.manage']}>
      <Page>
        <PageHeader
          back={<BackToOptIn />}
          title={place('sheet')}
          actions={
            <Button tone="primary" icon={Printer} onClick={() => window.print()}>
              {t('print')}
            </Button>
          }
        >
          <div className="flex flex-wrap gap-3">
            <Segmented
              label={t('size')}
              choices={[
                { value: 'a4', label: t('a4') },
                { value: 'a6', label: t('a6') },
              ]}
              value={size}
              onChange={(next) =>
                void navigate({
                  search: (now) => ({ ...now, size: next === 'a6' ? 'a6' : undefined }),
                  replace: true,
                })
              }
            />
            {point?.chatUrl && (
              <Segmented
                label={t('to')}
                choices={[
                  { value: 'chat', label: t('chat') },
                  { value: 'page', label: t('page') },
                ]}
                value={leads}
                onChange={(next) =>
                  void navigate({
                    search: (now) => ({ ...now, to: next === 'page' ? 'page' : undefined }),
                    replace: true,
                  })
                }
              />
            )}
          </div>
        </PageHeader>
        {point ? <Sheet point={point} size={size} to={leads} /> : <SkeletonLines lines={8} />}
      </Page>
    </OnlyWith>
  );
}
