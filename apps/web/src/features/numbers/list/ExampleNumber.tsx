import { useT } from '../../../i18n/use-t.ts';
import { StatusDot } from '../../../ui/display/StatusDot.tsx';
import { Facts } from '../health/Facts.tsx';
import { StateMark } from '../health/StateMark.tsx';
import { useLimit } from '../health/use-limit.ts';
import { useMetaWords } from '../health/use-meta-words.ts';
import { numberMessages } from '../messages.ts';

/** What a connected number will look like. */
export function ExampleNumber() {
  const t = useT(numberMessages);
  const say = useMetaWords();
  const limitOf = useLimit();
  const facts = [
    { name: t('nameFact'), value: say('name', 'APPROVED') },
    { name: t('qualityFact'), value: <StatusDot tone="good" label={say('quality', 'GREEN')} /> },
    { name: t('limitFact'), value: limitOf('TIER_10K') },
  ];
  return (
    <div className="grid gap-3 rounded-lg border border-line bg-surface px-4 pt-3.5 pb-10">
      <div className="flex items-center justify-between gap-3">
        <p className="font-semibold tabular-nums">+91 98250 12345</p>
        <StateMark state="works" />
      </div>
      <Facts facts={facts} dense />
    </div>
  );
}
