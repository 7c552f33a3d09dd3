import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { BodyText } from '../body/BodyText.tsx';
import { FactList } from '../FactList.tsx';
import { deliveryMessages } from '../messages.ts';
import type { Update } from '../queries.ts';
import { useCustomer } from './use-customer.ts';
import { useNumberOfMeta } from './use-number-of-meta.ts';

export function UpdateDetails({ update }: { update: Update }) {
  const t = useT(deliveryMessages);
  const { kind, field, at, receivedAt, wabaId, phoneNumberId, contactId, deliveryId, value } = update;
  const number = useNumberOfMeta()(phoneNumberId);
  const customer = useCustomer(contactId);
  return (
    <div className="grid gap-5">
      {kind === 'unknown' && <Banner tone="info">{t('isNewHelp')}</Banner>}
      <FactList
        facts={[
          [
            t('field'),
            <code key="field" className="font-mono text-sm">
              {field}
            </code>,
          ],
          at !== null && [t('happenedAt'), <Time key="at" at={at} as="exact" />],
          [t('told'), <Time key="told" at={receivedAt} as="exact" />],
          phoneNumberId !== null && [
            t('number'),
            number ? (
              <Link key="number" to="/numbers/$numberId" params={{ numberId: number.numberId }}>
                {number.name}
              </Link>
            ) : (
              phoneNumberId
            ),
          ],
          contactId !== null && [t('customer'), customer ?? t('aboutCustomer')],
          [t('account'), wabaId],
          deliveryId !== null && [
            t('itsDelivery'),
            <Link key="delivery" to="/deliveries/$deliveryId" params={{ deliveryId }}>
              {t('openDelivery')}
            </Link>,
          ],
        ]}
      />
      <section className="grid gap-2">
        <h3 className="font-medium">{t('value')}</h3>
        <BodyText label={t('value')} text={JSON.stringify(value, null, 2)} />
      </section>
    </div>
  );
}
