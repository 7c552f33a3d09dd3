import { CircleCheck } from 'lucide-react';
import { useT } from '../../../../i18n/use-t.ts';
import { Badge } from '../../../../ui/display/Badge.tsx';
import type { Tone } from '../../../../ui/feedback/tones.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import type { Severity } from './finding.ts';
import { jumpTo } from './jump-to.ts';

const tones: Record<Severity, Tone> = { blocks: 'bad', risk: 'warn', advice: 'neutral' };

/** Everything that was found, worst first; each leads to its place. */
export function FindingsList({ onJump }: { onJump?: () => void }) {
  const t = useT(editorMessages);
  const { findings } = useEditor();
  return (
    <>
      {findings.all.length === 0 ? (
        <p className="flex items-center gap-2 text-body text-good">
          <CircleCheck aria-hidden className="size-4 shrink-0" />
          {t('noFindings')}
        </p>
      ) : (
        <ul className="-mx-2 grid">
          {findings.all.map(({ key, severity, field, says }) => (
            <li key={key}>
              <button
                type="button"
                disabled={field === ''}
                onClick={() => {
                  onJump?.();
                  jumpTo(field);
                }}
                className="flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-start text-sm enabled:hover:bg-hover disabled:cursor-default"
              >
                <Badge tone={tones[severity]}>{t(severity)}</Badge>
                <span className="min-w-0 flex-1">{says}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {findings.lintFailed && <p className="pt-2 text-sm text-ink-2">{t('lintFailed')}</p>}
    </>
  );
}
