import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { TextArea } from '../../../../ui/fields/TextArea.tsx';
import { typed } from '../content/typed.ts';
import { useEditor } from '../state/editor-context.ts';
import { directionOfTemplate } from '../../../../whatsapp/template/phone-words.ts';
import { Toolbar, type TextTool } from './Toolbar.tsx';
import { useVariableMenu } from './use-variable-menu.ts';
import { VariableMenu } from './VariableMenu.tsx';
import { wrapped } from './wrapped.ts';

interface TextEditorProps {
  value: string;
  onChange: (text: string) => void;
  /** Says where the value of a new variable comes from. */
  onUse: (name: string, source: string) => void;
  keep: number;
  rows: number;
  /** Bold and the like, line breaks, emoji. */
  rich: boolean;
}

const shortcuts: Record<string, string> = { b: '*', i: '_', e: '```' };

/** Words with variables: typed as {{, taken from a menu, or pressed. */
export function TextEditor({ value, onChange, onUse, keep, rows, rich }: TextEditorProps) {
  const { language, readOnly, suggestions } = useEditor();
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const pending = useRef<[number, number]>(undefined);
  useLayoutEffect(() => {
    if (pending.current) area.current?.setSelectionRange(...pending.current);
    pending.current = undefined;
  });

  const write = (text: string, start: number, end = start) => {
    pending.current = [start, end];
    setCaret(start);
    onChange(typed(text, keep, { lines: rich }));
    area.current?.focus();
  };
  const replace = (from: number, to: number, words: string) =>
    write(value.slice(0, from) + words + value.slice(to), from + words.length);
  const tool: TextTool = {
    wrap: (sign) => {
      const { selectionStart: from, selectionEnd: to } = area.current!;
      const next = wrapped(value, { from, to, sign });
      write(next.text, next.from, next.to);
    },
    insert: (words) => {
      const { selectionStart: from, selectionEnd: to } = area.current!;
      replace(from, to, words);
    },
    append: (words) => {
      const before = value.trimEnd();
      write(before === '' ? words : `${before}\n\n${words}`, before.length + words.length + 2);
    },
  };
  const menu = useVariableMenu({
    text: value,
    caret,
    suggestions,
    onPick: ({ name, source }, from) => {
      replace(from, caret ?? from, `{{${name}}}`);
      if (source) onUse(name, source);
    },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (menu.onKeyDown(event)) return;
    const isShortcut = rich && (event.metaKey || event.ctrlKey) && !event.altKey;
    const key = event.key.toLowerCase();
    const sign = event.shiftKey ? (key === 'x' ? '~' : undefined) : shortcuts[key];
    if (!isShortcut || !sign) return;
    event.preventDefault();
    event.stopPropagation();
    tool.wrap(sign);
  };

  return (
    <div className="grid gap-1">
      {!readOnly && <Toolbar tool={tool} rich={rich} onUse={onUse} />}
      <div className="relative">
        <TextArea
          ref={area}
          rows={rows}
          value={value}
          readOnly={readOnly}
          lang={language.replace('_', '-')}
          dir={directionOfTemplate(language)}
          className={rich ? 'max-h-[60vh]!' : 'max-h-20! min-h-control!'}
          aria-controls={menu.open ? menu.id : undefined}
          aria-activedescendant={menu.open ? `${menu.id}-${menu.active}` : undefined}
          onChange={(text) => {
            setCaret(area.current?.selectionStart ?? null);
            onChange(typed(text, keep, { lines: rich }));
          }}
          onKeyDown={onKeyDown}
          onBlur={() => setCaret(null)}
        />
        {menu.open && <VariableMenu menu={menu} />}
      </div>
    </div>
  );
}
