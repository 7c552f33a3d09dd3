import { Lightbulb, TriangleAlert } from 'lucide-react';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { cured, type Finding } from './finding.ts';

/** Beside the field that they are about, each with what helps. */
export function FieldFindings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="grid gap-1.5">
      {findings.map((finding) => (
        <li key={finding.key}>
          <FindingLine finding={finding} />
        </li>
      ))}
    </ul>
  );
}

const tones = { blocks: 'text-bad', risk: 'text-warn', advice: 'text-ink-2' } as const;

function FindingLine({ finding: { severity, says, fix, cures } }: { finding: Finding }) {
  const t = useT(editorMessages);
  const { editor, readOnly } = useEditor();
  const Icon = severity === 'advice' ? Lightbulb : TriangleAlert;
  return (
    <div className={classes('flex items-start gap-1.5 text-sm', tones[severity])}>
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 gap-0.5">
        <p>{says}</p>
        {fix && <p className="text-ink-2">{fix}</p>}
      </div>
      {cures.length > 0 && !readOnly && (
        <Button
          size="small"
          className="ms-auto"
          onClick={() => editor.change('cure', (content) => cured(content, cures))}
        >
          {t('cure')}
        </Button>
      )}
    </div>
  );
}
