import { CircleCheck } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useT } from '../../../i18n/use-t.ts';
import { ButtonLink } from '../../../ui/actions/ButtonLink.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { StepList } from '../connection/StepList.tsx';
import { NumberRow } from '../list/NumberRow.tsx';
import type { BusinessNumber, Step } from '../../../data/numbers.ts';
import { connectMessages } from './messages.ts';

interface ConnectedNowViewProps {
  /** Null until it is known. */
  name: string | null;
  numbers: readonly BusinessNumber[];
  steps: readonly Step[];
}

export function ConnectedNowView({ name, numbers, steps }: ConnectedNowViewProps) {
  const t = useT(connectMessages);
  const title = useRef<HTMLHeadingElement>(null);
  // What had the keyboard, the form, is gone.
  useLayoutEffect(() => title.current?.focus(), []);
  const warned = steps.some(({ result }) => result !== 'passed');
  return (
    <div className="grid gap-5">
      <header className="flex items-start gap-3 rounded-lg bg-good-soft px-pad py-4">
        <CircleCheck aria-hidden className="mt-0.5 size-6 shrink-0 text-good" />
        <div className="grid min-w-0 flex-1 gap-0.5">
          <h2 ref={title} tabIndex={-1} className="text-lg font-semibold wrap-anywhere outline-none">
            {name === null ? t('connectedPlain') : t('connectedTitle', { account: name })}
          </h2>
          <p>{t(warned ? 'connectedWarn' : 'connectedHelp')}</p>
        </div>
      </header>
      {numbers.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
          {numbers.map((number) => (
            <NumberRow key={number.numberId} number={number} findings={[]} mayManage />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        <ButtonLink tone="primary" to="/numbers">
          {t('seeNumbers')}
        </ButtonLink>
        <ButtonLink to="/numbers/connect">{t('another')}</ButtonLink>
      </div>
      <Card>
        <StepList steps={steps} />
      </Card>
    </div>
  );
}
