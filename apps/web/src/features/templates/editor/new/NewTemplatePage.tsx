import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { OnlyWith } from '../../../../shell/OnlyWith.tsx';
import { Page } from '../../../../ui/display/Page.tsx';
import { PageHeader } from '../../../../ui/display/PageHeader.tsx';
import { Segmented } from '../../../../ui/fields/Segmented.tsx';
import { CopyForm } from './CopyForm.tsx';
import { EmptyForm } from './EmptyForm.tsx';
import { LibraryPicker } from './LibraryPicker.tsx';
import { newTemplateMessages } from './messages.ts';

const route = getRouteApi('/shell/templates/new');

type Way = 'empty' | 'library' | 'copy';

export function NewTemplatePage() {
  const t = useT(newTemplateMessages);
  const { copy } = route.useSearch();
  const [way, setWay] = useState<Way>(copy ? 'copy' : 'empty');
  return (
    <OnlyWith needs={['templates.manage']}>
      <Page width="read">
        <PageHeader title={t('title')} description={t('about')} />
        <div className="grid gap-6">
          <div>
            <Segmented
              label={t('way')}
              value={way}
              onChange={setWay}
              choices={[
                { value: 'empty', label: t('empty') },
                { value: 'library', label: t('library') },
                { value: 'copy', label: t('copy') },
              ]}
            />
          </div>
          {way === 'empty' && <EmptyForm />}
          {way === 'library' && <LibraryPicker />}
          {way === 'copy' && <CopyForm familyId={copy ?? null} />}
        </div>
      </Page>
    </OnlyWith>
  );
}
