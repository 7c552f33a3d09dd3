import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { membersQuery } from '../../../data/members.ts';
import { useContactName } from '../../../data/use-contact-name.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { rightsMessages } from '../messages.ts';
import type { DataRequest } from '../queries.ts';

export function RequestFacts({ request }: { request: DataRequest }) {
  const t = useT(rightsMessages);
  const nameOf = useContactName();
  const { data: members = [] } = useQuery(membersQuery);
  const { contactId, said, receivedAt, dueAt, closedAt, channel, reason, identifiedHow } = request;
  const worker = members.find(({ userId }) => userId === request.assignedTo)?.name;
  return (
    <Card title={t('request')}>
      <dl className="grid gap-3 text-body">
        <Fact label={t('from')}>
          {contactId === null ? (
            t('somebody')
          ) : (
            <Link to="/contacts/$contactId" params={{ contactId }}>
              {nameOf(request).name}
            </Link>
          )}
        </Fact>
        <Fact label={t('received')}>
          <Time at={receivedAt} as="dayYear" /> {t(`channel_${channel}`)}
        </Fact>
        {said !== null && <Fact label={t('said')}>{said}</Fact>}
        <Fact label={t('identity')}>
          {request.identifiedAt === null
            ? t('identity_none')
            : identifiedHow === 'chat' || identifiedHow === 'code'
              ? t(`identity_${identifiedHow}`)
              : (identifiedHow ?? t('state_identified'))}
        </Fact>
        {closedAt === null ? (
          <Fact label={t('dueBy')}>
            <Time at={dueAt} as="dayYear" />
          </Fact>
        ) : (
          <Fact label={t('closed')}>
            <Time at={closedAt} as="dayYear" />
          </Fact>
        )}
        <Fact label={t('assigned')}>{worker ?? t('nobodyWorks')}</Fact>
        {reason !== null && <Fact label={t('reason')}>{reason}</Fact>}
      </dl>
    </Card>
  );
}

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="grid gap-0.5">
    <dt className="text-sm text-ink-2">{label}</dt>
    <dd className="wrap-anywhere">{children}</dd>
  </div>
);
