import { ExternalLink } from 'lucide-react';
import { useT } from '../../../i18n/use-t.ts';
import { Button } from '../../../ui/actions/Button.tsx';
import { Card } from '../../../ui/display/Card.tsx';
import { RadioGroup } from '../../../ui/fields/RadioGroup.tsx';
import { connectMessages } from './messages.ts';
import type { SignUpState } from './use-sign-up.ts';

/** In the WhatsApp Business app and staying there, or not. */
export type Kind = 'new' | 'app';

interface SignUpFormProps {
  kind: Kind;
  onKind: (kind: Kind) => void;
  /** Whether numbers of the WhatsApp Business app can be connected on this installation. */
  mayKeepApp: boolean;
  at: SignUpState['at'];
  onOpen: () => void;
}

const tried = new Set<SignUpState['at']>(['waiting', 'ended', 'answered', 'refused']);

export function SignUpForm({ kind, onKind, mayKeepApp, at, onOpen }: SignUpFormProps) {
  const t = useT(connectMessages);
  const steps = [t('will1'), t(kind === 'app' ? 'will2App' : 'will2'), t('will3')];
  return (
    <Card>
      <div className="grid gap-5">
        {mayKeepApp && (
          <fieldset className="grid gap-2">
            <legend className="mb-2 font-medium">{t('kind')}</legend>
            <RadioGroup
              label={t('kind')}
              cards
              value={kind}
              onChange={onKind}
              choices={[
                { value: 'new', label: t('kindNew'), help: t('kindNewHelp') },
                { value: 'app', label: t('kindApp'), help: t('kindAppHelp') },
              ]}
            />
          </fieldset>
        )}
        <section aria-labelledby="what-happens" className="grid gap-2">
          <h2 id="what-happens" className="font-medium">
            {t('willHappen')}
          </h2>
          <ol className="grid max-w-(--measure) list-decimal gap-1.5 ps-5 text-body text-ink-2 marker:text-ink-3">
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
        <div className="grid justify-items-start gap-2.5">
          <Button
            tone={at === 'waiting' ? 'plain' : 'primary'}
            icon={ExternalLink}
            busy={at === 'preparing' || at === 'finishing'}
            onClick={onOpen}
          >
            {t(tried.has(at) ? 'openAgain' : 'open')}
          </Button>
          <output className="grid gap-0.5 text-sm text-ink-2 empty:hidden">
            {at === 'preparing' && t('preparing')}
            {at === 'finishing' && t('finishing')}
            {at === 'waiting' && (
              <>
                <span className="font-medium text-ink">{t('waiting')}</span>
                <span>{t('waitingHelp')}</span>
              </>
            )}
          </output>
        </div>
      </div>
    </Card>
  );
}
