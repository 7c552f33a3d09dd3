import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useT } from '../../../i18n/use-t.ts';
import { OnlyWith } from '../../../shell/OnlyWith.tsx';
import { Page } from '../../../ui/display/Page.tsx';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { EmptyState } from '../../../ui/feedback/EmptyState.tsx';
import { ErrorState } from '../../../ui/feedback/ErrorState.tsx';
import { SkeletonLines } from '../../../ui/feedback/SkeletonLines.tsx';
import { Editor } from './Editor.tsx';
import { editorMessages } from './messages.ts';
import { draftQuery, editedFamilyQuery, type Family, type Variant } from './queries.ts';

const route = getRouteApi('/shell/templates/$familyId/edit/$language');

export function EditTemplatePage() {
  const { familyId, language } = route.useParams();
  return (
    <OnlyWith needs={['templates.manage']}>
      <Page>
        <Family key={`${familyId} ${language}`} familyId={familyId} language={language} />
      </Page>
    </OnlyWith>
  );
}

function Family({ familyId, language }: { familyId: string; language: string }) {
  const t = useT(editorMessages);
  const { data: family, isError, isFetching, refetch } = useQuery(editedFamilyQuery(familyId));
  if (!family) {
    return isError ? (
      <ErrorState title={t('loadFailed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={12} />
    );
  }
  const variant = family.variants.find((each) => each.language === language);
  if (!variant) {
    return (
      <EmptyState
        title={t('noLanguage', { language, name: family.name })}
        action={
          <ButtonLink to="/templates/$familyId" params={{ familyId }}>
            {t('toTemplate')}
          </ButtonLink>
        }
      >
        {t('noLanguageHelp')}
      </EmptyState>
    );
  }
  return <Draft family={family} variant={variant} />;
}

function Draft({ family, variant }: { family: Family; variant: Variant }) {
  const t = useT(editorMessages);
  const { from } = route.useSearch();
  const { data: draft, isError, isFetching, refetch } = useQuery(draftQuery(variant.variantId));
  const origin = family.variants.find((each) => each.language === from && each !== variant);
  const source = useQuery({ ...draftQuery(origin?.variantId ?? ''), enabled: origin !== undefined });
  if (!draft || (origin && !source.data)) {
    return isError || source.isError ? (
      <ErrorState title={t('loadFailed')} onRetry={() => void refetch()} retrying={isFetching} />
    ) : (
      <SkeletonLines lines={12} />
    );
  }
  return <Editor family={family} draft={draft} source={origin ? (source.data ?? null) : null} />;
}
