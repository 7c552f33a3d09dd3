import { useSentence } from '../../../data/use-sentence.ts';
import { useT } from '../../../i18n/use-t.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { Field } from '../../../ui/fields/Field.tsx';
import { TextArea } from '../../../ui/fields/TextArea.tsx';
import { useDay } from '../cadence/use-day.ts';
import { templateMessages } from '../messages.ts';
import type { Plan } from '../queries.ts';

interface WhyNowProps {
  lock: NonNullable<Plan['locked']>;
  value: string;
  onChange: (text: string) => void;
  lacking: boolean;
}

/** Before an event submitting is locked; whoever cannot wait says why, for everybody to read. */
export function WhyNow({ lock, value, onChange, lacking }: WhyNowProps) {
  const t = useT(templateMessages);
  const say = useSentence();
  const dayOf = useDay();
  return (
    <>
      <Banner tone="warn">{t('lockedUntil', { name: say(lock.name), day: dayOf(lock.day) })}</Banner>
      <Field
        label={t('whyNow')}
        help={t('whyNowHelp')}
        error={lacking ? t('whyNowMissing') : undefined}
        required
      >
        <TextArea rows={2} maxLength={500} value={value} onChange={onChange} />
      </Field>
    </>
  );
}
