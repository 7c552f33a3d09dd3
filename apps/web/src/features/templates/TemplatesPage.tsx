import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { TemplatesTable } from './list/TemplatesTable.tsx';
import { templateMessages } from './messages.ts';
import { TemplatesHeader } from './TemplatesHeader.tsx';

export function TemplatesPage() {
  const t = useT(templateMessages);
  return (
    <OnlyWith needs={['templates.read']}>
      <Page width="fill">
        <TemplatesHeader about={t('about')} />
        <TemplatesTable />
      </Page>
    </OnlyWith>
  );
}
