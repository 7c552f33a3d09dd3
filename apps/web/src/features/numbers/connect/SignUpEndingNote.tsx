import { useT } from '../../../i18n/use-t.ts';
import { Banner } from '../../../ui/feedback/Banner.tsx';
import { connectMessages } from './messages.ts';
import type { NotShared } from './use-sign-up.ts';

const plain = {
  'no-account': ['noAccount', 'noAccountHelp'],
  'no-permission': ['noPermission', 'noPermissionHelp'],
  'not-opened': ['notOpened', 'notOpenedHelp'],
} as const;

const isKnownStep = (step: string): step is StepKey => Object.hasOwn(connectMessages.en, `step.${step}`);
type StepKey = keyof typeof connectMessages.en extends infer Key
  ? Key extends `step.${infer Step}`
    ? Step
    : never
  : never;

/** How Meta's window ended without an account, and how to go on. */
export function SignUpEndingNote({ ending }: { ending: NotShared }) {
  const t = useT(connectMessages);
  if (ending.kind === 'cancelled') {
    const { step } = ending;
    const where = step !== null && isKnownStep(step) ? t(`step.${step}`) : step;
    return (
      <Note
        tone="info"
        title={t('cancelled')}
        help={where === null ? t('cancelledHelp') : t('cancelledAt', { step: where })}
      />
    );
  }
  if (ending.kind === 'reported') {
    const { code, session, sentence } = ending;
    const traces = [
      ...(code === null ? [] : [t('reportedCode', { code })]),
      ...(session === null ? [] : [t('reportedSession', { session })]),
    ];
    return <Note tone="bad" title={t('reported')} help={sentence} small={traces.join(', ')} />;
  }
  const [title, help] = plain[ending.kind];
  return <Note tone="warn" title={t(title)} help={t(help)} />;
}

interface NoteProps {
  tone: 'info' | 'warn' | 'bad';
  title: string;
  help: string;
  small?: string;
}

function Note({ tone, title, help, small }: NoteProps) {
  return (
    <Banner tone={tone}>
      <div className="grid gap-0.5">
        <h2 className="font-medium">{title}</h2>
        <p className="max-w-(--measure) text-ink">{help}</p>
        {small && <p className="text-sm wrap-anywhere text-ink-2 select-all">{small}</p>}
      </div>
    </Banner>
  );
}
