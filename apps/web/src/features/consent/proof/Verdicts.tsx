import { CircleCheck, CircleSlash } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import type { Proof } from '../queries.ts';
import { proofMessages } from './messages.ts';
import { useVerdictWords } from './use-verdict-words.ts';

export function Verdicts({ proof }: { proof: Proof }) {
  const t = useT(proofMessages);
  const say = useVerdictWords(proof);
  return (
    <ul className="grid gap-4">
      {proof.purposes.map((one) => {
        const Icon = one.allowed ? CircleCheck : CircleSlash;
        return (
          <li key={one.purpose} className="flex items-start gap-3">
            <Icon
              aria-hidden
              className={
                one.allowed ? 'mt-0.5 size-5 shrink-0 text-good' : 'mt-0.5 size-5 shrink-0 text-ink-3'
              }
            />
            <p className="min-w-0 wrap-anywhere">
              <b className="font-semibold">{t(one.allowed ? 'yes' : 'no')}.</b> {say(one)}{' '}
              {one.decidedBy && (
                <a href={`#entry-${one.decidedBy}`} className="text-accent underline print:hidden">
                  {t('seeEntry')}
                </a>
              )}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
