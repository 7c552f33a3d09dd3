import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Link } from '../../../ui/actions/Link.tsx';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { Facts } from '../health/Facts.tsx';
import { ConcernNote } from '../health/ConcernNote.tsx';
import { concernsOf, stateOfConcerns } from '../health/concerns.ts';
import type { Finding } from '../health/health-query.ts';
import { judgeNumber, type Matter } from '../health/judge.ts';
import { qualityTone } from '../health/quality-tone.ts';
import { StateMark } from '../health/StateMark.tsx';
import { useLimit } from '../health/use-limit.ts';
import { useMetaWords } from '../health/use-meta-words.ts';
import { numberMessages } from '../messages.ts';
import type { BusinessNumber } from '../../../data/numbers.ts';
import { phoneText } from '../../../i18n/phone-text.ts';

interface NumberRowProps {
  number: BusinessNumber;
  /** What the server found wrong with it; empty until it is known. */
  findings: readonly Finding[];
  mayManage: boolean;
}

/** What is mended on the number's own page, by registering it. */
const mended = new Set<Matter>(['unproven', 'unregistered', 'offline', 'newNameReady']);

/** A number at a glance: does it work, the few facts that decide it, and the worst that is the matter. */
export function NumberRow({ number, findings, mayManage }: NumberRowProps) {
  const t = useT(numberMessages);
  const say = useMetaWords();
  const limitOf = useLimit();
  const concerns = concernsOf(judgeNumber(number), findings);
  const [worst] = concerns;
  const state = stateOfConcerns(concerns);
  const { numberId, phone, name, nameStatus, quality, messagingLimit, registered, onBusinessApp } = number;
  const { messagesPerSecond, lastCheckedAt } = number;
  const facts = [
    { name: t('nameFact'), value: say('name', nameStatus) },
    {
      name: t('qualityFact'),
      value: <StatusDot tone={qualityTone(quality)} label={say('quality', quality)} />,
    },
    { name: t('limitFact'), value: limitOf(messagingLimit) },
    {
      name: t('speedFact'),
      value: messagesPerSecond > 0 ? t('perSecond', { count: messagesPerSecond }) : '–',
    },
    { name: t('registeredFact'), value: t(registered ? 'yes' : 'no') },
    { name: t('placeFact'), value: t(onBusinessApp ? 'alsoApp' : 'apiOnly') },
    { name: t('checkedFact'), value: <Time at={lastCheckedAt} /> },
  ];
  return (
    <li className="grid gap-3 px-pad py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <Link
            to="/numbers/$numberId"
            params={{ numberId }}
            className="text-lg font-semibold whitespace-nowrap tabular-nums"
          >
            {phoneText(phone)}
          </Link>
          <span className="font-normal wrap-anywhere text-ink-2">{name}</span>
        </h3>
        <StateMark state={state} />
      </div>
      {worst && state !== 'works' && (
        <ConcernNote
          concern={worst}
          daysLeft={0}
          action={
            mayManage &&
            'matter' in worst &&
            mended.has(worst.matter) && (
              <ButtonLink size="small" to="/numbers/$numberId" params={{ numberId }}>
                {t('toRegister')}
              </ButtonLink>
            )
          }
        />
      )}
      <Facts facts={facts} dense />
    </li>
  );
}
