import { useT } from '../../../i18n/use-t.ts';
import { costMessages } from '../messages.ts';
import { useCostWords } from '../use-cost-words.ts';
import { Breakdown } from './Breakdown.tsx';

const rupee = 1_000_000;

/** What a month of a shop looks like. */
export function ExampleMonth() {
  const t = useT(costMessages);
  const say = useCostWords();
  const lines = [
    { key: 'marketing', messages: 4_200, micros: 3_625 * rupee },
    { key: 'utility', messages: 2_650, micros: 305 * rupee },
    { key: 'service', messages: 940, micros: 0 },
  ];
  return (
    <Breakdown
      title={t('byCategory')}
      head={t('category')}
      lines={lines.map((line) => ({ ...line, name: say('category', line.key) }))}
      currency="INR"
    />
  );
}
