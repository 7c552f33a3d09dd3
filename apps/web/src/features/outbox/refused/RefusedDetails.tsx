import { causeText } from '../../../data/cause-text.ts';
import { useNumberNames } from '../../../data/use-number-names.ts';
import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { outboxMessages } from '../messages.ts';
import type { Refused } from '../queries.ts';
import { listIn } from './list-in.ts';
import { useContactName } from '../../../data/use-contact-name.ts';

/** The rule that said no, what it saw, and what can be done. */
export function RefusedDetails({ row }: { row: Refused }) {
  const t = useT(outboxMessages);
  const say = useSentence();
  const { byId } = useNumberNames();
  const { name, phone } = useContactName()(row);
  const list = listIn(row);
  const listId = row.detail?.['listId'];
  const facts: [name: string, value: React.ReactNode][] = [
    [t('forWhom'), phone ? `${name}, ${phone}` : name],
    [t('fromNumber'), (row.numberId && byId.get(row.numberId)?.phone) ?? '–'],
    ...(list === null
      ? []
      : [
          [
            t('keptOutBy'),
            <Link
              key="list"
              to="/consent/suppression"
              search={typeof listId === 'string' ? { list: listId } : {}}
            >
              {list}
            </Link>,
          ] as [string, React.ReactNode],
        ]),
    [t('decidedAt'), <Time key="at" at={row.decidedAt} as="exact" />],
    ...(row.sourceName ? [[t('source'), row.sourceName] as [string, string]] : []),
    [
      t('cause'),
      <code key="cause" className="font-mono text-sm">
        {causeText(row.cause)}
      </code>,
    ],
    [
      t('ruleName'),
      <code key="rule" className="font-mono text-sm">
        {row.rule ?? '–'}
      </code>,
    ],
  ];
  const seen = row.detail && Object.keys(row.detail).length > 0 ? row.detail : null;
  return (
    <div className="grid gap-5">
      <p className="text-lg text-pretty">{row.sentence ? say(row.sentence) : t('noRule')}</p>
      <dl className="grid gap-2.5">
        {facts.map(([label, value]) => (
          <div key={label} className="grid gap-0.5">
            <dt className="text-sm text-ink-3">{label}</dt>
            <dd className="wrap-anywhere [&_time]:whitespace-normal">{value}</dd>
          </div>
        ))}
      </dl>
      {seen && (
        <section className="grid gap-1.5">
          <h3 className="text-sm font-medium">{t('detail')}</h3>
          <pre className="rounded-md bg-sunken px-3 py-2.5 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
            {JSON.stringify(seen, null, 2)}
          </pre>
        </section>
      )}
      <p className="text-sm text-pretty text-ink-2">{t('lasts')}</p>
      {row.rule && (
        <p className="text-body">
          <Link to="/outbox/refused" search={{ rule: row.rule }}>
            {t('onlyRule')}
          </Link>
        </p>
      )}
    </div>
  );
}
