import { causeText } from '../../../data/cause-text.ts';
import { useContactName } from '../../../data/use-contact-name.ts';
import { useNumberNames } from '../../../data/use-number-names.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { lifeMessages } from '../life/messages.ts';
import type { Message } from '../queries.ts';
import { FactList } from './FactList.tsx';

/** What does not change: who, from where, under which names others know it. */
export function MessageFacts({ message }: { message: Message }) {
  const t = useT(lifeMessages);
  const { byId } = useNumberNames();
  const { name, phone } = useContactName()(message);
  const number = byId.get(message.numberId);
  const code = (text: string) => <code className="font-mono text-sm">{text}</code>;
  return (
    <Card title={t('facts')}>
      <FactList
        facts={[
          [t('contact'), phone ? `${name}, ${phone}` : name],
          ...(number ? [[t('number'), `${number.phone}, ${number.name}`] as const] : []),
          [t('at'), <Time key="at" at={message.at} as="exact" />],
          [t('type'), code(message.type)],
          [t('messageId'), code(message.messageId)],
          ...(message.wamid ? [[t('wamid'), code(message.wamid)] as const] : []),
          ...(message.intent ? [[t('cause'), code(causeText(message.intent.cause))] as const] : []),
          ...(message.replyToId
            ? [
                [
                  t('answers'),
                  <Link key="answers" to="/messages/$messageId" params={{ messageId: message.replyToId }}>
                    {t('theMessage')}
                  </Link>,
                ] as const,
              ]
            : []),
        ]}
      />
      <details className="pt-4">
        <summary className="cursor-pointer text-body font-medium text-ink-2">{t('showContent')}</summary>
        <pre
          aria-label={t('content')}
          className="mt-2 rounded-md bg-sunken px-3 py-2.5 font-mono text-sm wrap-anywhere whitespace-pre-wrap"
        >
          {JSON.stringify(message.content, null, 2)}
        </pre>
      </details>
    </Card>
  );
}
