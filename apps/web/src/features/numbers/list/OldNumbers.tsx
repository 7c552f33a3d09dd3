import { useT } from '../../../i18n/use-t.ts';
import { Link } from '../../../ui/actions/Link.tsx';
import { Time } from '../../../ui/display/Time.tsx';
import { numberMessages } from '../messages.ts';
import type { BusinessNumber } from '../../../data/numbers.ts';
import { phoneText } from '../../../i18n/phone-text.ts';
import { Folded } from './Folded.tsx';

/** Numbers that Meta no longer has in an account that is still connected. */
export function OldNumbers({ numbers }: { numbers: readonly BusinessNumber[] }) {
  const t = useT(numberMessages);
  return (
    <div className="border-t border-line">
      <Folded label={t('disconnectedNumbers', { count: numbers.length })}>
        <ul className="divide-y divide-line border-t border-line">
          {numbers.map(({ numberId, phone, name, disconnectedAt }) => (
            <li key={numberId} className="flex flex-wrap justify-between gap-x-4 gap-y-1 px-pad py-3">
              <span>
                <Link to="/numbers/$numberId" params={{ numberId }} className="tabular-nums">
                  {phoneText(phone)}
                </Link>{' '}
                <span className="text-ink-2">{name}</span>
              </span>
              {disconnectedAt && (
                <span className="text-sm text-ink-2">
                  {t.rich('disconnectedAt', { when: <Time at={disconnectedAt} /> })}
                </span>
              )}
            </li>
          ))}
        </ul>
      </Folded>
    </div>
  );
}
