import { ttlSeconds } from '@trikon/contract/template-rules';
import { formatNumber } from '../../../../i18n/format-number.ts';
import { useLocale } from '../../../../i18n/locale.ts';
import { useT } from '../../../../i18n/use-t.ts';
import { Select } from '../../../../ui/fields/Select.tsx';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EditorField } from './EditorField.tsx';
import { PartCard } from './PartCard.tsx';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const offered = [minute, 3 * minute, 5 * minute, 10 * minute, 15 * minute, hour, 3 * hour, 12 * hour].concat(
  [1, 3, 7, 14].map((days) => days * day),
);

/** Meta’s word for thirty days, where it would otherwise give up sooner. */
const thirtyDays = -1;

/** How long WhatsApp goes on trying to reach a phone that is off. What comes too late is not charged. */
export function ValidityPart() {
  const t = useT(editorMessages);
  const { editor, category, readOnly } = useEditor();
  const seconds = editor.content.messageTtlSeconds;
  const say = useTimeWords();
  const [least, most] = ttlSeconds[category as keyof typeof ttlSeconds] ?? [0, Infinity];
  const usual = category === 'AUTHENTICATION' ? 10 * minute : 30 * day;
  const fitting = offered.filter((each) => each >= least && each <= most);
  const known = category === 'AUTHENTICATION' ? [...fitting, thirtyDays] : fitting;
  const all = seconds === null || known.includes(seconds) ? known : [...known, seconds];
  return (
    <PartCard title={t('validity')}>
      <EditorField path="messageTtlSeconds" label={t('validity')} hideLabel help={t('validityHelp')}>
        <Select
          disabled={readOnly}
          value={seconds === null ? '' : String(seconds)}
          onChange={(value) =>
            editor.change('validity', (now) => ({
              ...now,
              messageTtlSeconds: value === '' ? null : Number(value),
            }))
          }
          options={[
            { value: '', label: t('validityUsual', { time: say(usual) }) },
            ...all.map((each) => ({ value: String(each), label: say(each) })),
          ]}
        />
      </EditorField>
    </PartCard>
  );
}

function useTimeWords(): (seconds: number) => string {
  const locale = useLocale();
  return (seconds) => {
    const whole = seconds === thirtyDays ? 30 * day : seconds;
    const steps = [
      [day, 'day'],
      [hour, 'hour'],
      [minute, 'minute'],
    ] as const;
    const [size, unit] = steps.find(([step]) => whole % step === 0) ?? [1, 'second'];
    return formatNumber(whole / size, locale, { style: 'unit', unit, unitDisplay: 'long' });
  };
}
