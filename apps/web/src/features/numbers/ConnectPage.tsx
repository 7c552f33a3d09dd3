import { useQuery } from '@tanstack/react-query';
import { useT } from '../../i18n/use-t.ts';
import { OnlyWith } from '../../shell/OnlyWith.tsx';
import { Page } from '../../ui/display/Page.tsx';
import { PageHeader } from '../../ui/display/PageHeader.tsx';
import { BackToNumbers } from './BackToNumbers.tsx';
import { connectMessages } from './connect/messages.ts';
import { signUpQuery } from './connect/sign-up-query.ts';
import { Ways } from './connect/Ways.tsx';
import { numberPlaceMessages } from './place-messages.ts';

export function ConnectPage() {
  return (
    <OnlyWith needs={['numbers.manage']}>
      <Page width="read">
        <ChooseWay />
      </Page>
    </OnlyWith>
  );
}

function ChooseWay() {
  const t = useT(connectMessages);
  const place = useT(numberPlaceMessages);
  const { data } = useQuery(signUpQuery);
  return (
    <>
      <PageHeader back={<BackToNumbers />} title={place('connect')} description={t('about')} />
      <Ways signUp={data === undefined ? 'unknown' : data === null ? 'missing' : 'ready'} />
    </>
  );
}
