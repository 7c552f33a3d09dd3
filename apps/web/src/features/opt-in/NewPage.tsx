import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { ButtonLink } from '../../ui/actions/ButtonLink.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { BackToOptIn } from './BackToOptIn.tsx';
import { PointEditor } from './edit/PointEditor.tsx';
import { kindMessages } from './kind-messages.ts';
import { kindIcons, kinds } from './kinds.ts';
import { optInPlaceMessages } from './place-messages.ts';

const route = getRouteApi('/shell/opt-in/new');

export function NewPage() {
  const place = useT(optInPlaceMessages);
  const t = useT(kindMessages);
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const kind = kinds.find((one) => one === search.kind);
  const open = (entryPointId: string) =>
    void navigate({ to: '/opt-in/$entryPointId', params: { entryPointId } });
  return (
    <OnlyWith needs={['capture.manage']}>
      <Page>
        <PageHeader
          back={<BackToOptIn />}
          title={kind ? t(kind) : place('add')}
          {...(kind && { description: t(`${kind}Help`) })}
        />
        {kind ? (
          <PointEditor key={kind} kind={kind} onSaved={open} />
        ) : (
          <ul className="grid gap-3 sm:grid-cols-2">
            {kinds.map((one) => (
              <KindChoice key={one} kind={one} />
            ))}
          </ul>
        )}
      </Page>
    </OnlyWith>
  );
}

function KindChoice({ kind }: { kind: (typeof kinds)[number] }) {
  const t = useT(kindMessages);
  return (
    <li className="grid content-between gap-3 rounded-lg border border-line bg-raised p-pad">
      <p id={`kind-${kind}`} className="text-body text-ink-2">
        {t(`${kind}Help`)}
      </p>
      <ButtonLink
        icon={kindIcons[kind]}
        to="/opt-in/new"
        search={{ kind }}
        aria-describedby={`kind-${kind}`}
        className="justify-self-start"
      >
        {t(kind)}
      </ButtonLink>
    </li>
  );
}
