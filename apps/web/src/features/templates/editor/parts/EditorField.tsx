import type { ReactNode } from 'react';
import { useT } from '../../../../i18n/use-t.ts';
import { classes } from '../../../../ui/classes.ts';
import { Field } from '../../../../ui/fields/Field.tsx';
import { lengthOf } from '../content/typed.ts';
import { isAbout } from '../findings/finding.ts';
import { FieldFindings } from '../findings/FieldFindings.tsx';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';

interface EditorFieldProps {
  /** Where in the content it is, as findings name it. */
  path: string;
  label: string;
  help?: ReactNode;
  /** What is counted, against what WhatsApp takes. */
  count?: { text: string; most: number };
  /** What the language that is translated from says here. */
  source?: string | undefined;
  hideLabel?: boolean;
  children: ReactNode;
}

/** A field of the template with what was found about it, its count, and the words to be translated. */
export function EditorField({ path, label, help, count, source, hideLabel, children }: EditorFieldProps) {
  const { findings } = useEditor();
  const own = findings.all.filter((one) => isAbout(one, path) && !one.isGap);
  const [first] = own;
  const isBlocked = first?.severity === 'blocks' && first.fix === null;
  return (
    <div
      data-field={path}
      className={classes('grid gap-1.5', source !== undefined && 'lg:grid-cols-2 lg:gap-4')}
    >
      {source !== undefined && <SourceWords text={source} />}
      <div className="grid gap-1.5">
        <Field
          label={label}
          help={help}
          error={isBlocked ? first.says : undefined}
          hideLabel={hideLabel ?? false}
        >
          {children}
        </Field>
        {count && <Count {...count} />}
        <FieldFindings findings={isBlocked ? own.slice(1) : own} />
      </div>
    </div>
  );
}

function Count({ text, most }: { text: string; most: number }) {
  const t = useT(editorMessages);
  const length = lengthOf(text);
  if (length < most * 0.5 && most > 100) return null;
  return (
    <p
      className={classes(
        'justify-self-end text-xs tabular-nums',
        length > most ? 'font-medium text-bad' : length > most * 0.9 ? 'text-warn' : 'text-ink-3',
      )}
    >
      {t('count', { length, most })}
    </p>
  );
}

function SourceWords({ text }: { text: string }) {
  const { source } = useEditor();
  return (
    <p
      lang={source?.language.replace('_', '-')}
      dir="auto"
      className="self-start rounded-md bg-sunken px-3 py-2 text-body wrap-anywhere whitespace-pre-wrap text-ink-2"
    >
      {text || '—'}
    </p>
  );
}
