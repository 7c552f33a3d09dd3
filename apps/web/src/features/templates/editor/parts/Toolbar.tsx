import { Bold, Braces, Code, Italic, List, Quote, Smile, Strikethrough } from 'lucide-react';
import { useT } from '../../../../i18n/use-t.ts';
import { Button } from '../../../../ui/actions/Button.tsx';
import { IconButton } from '../../../../ui/actions/IconButton.tsx';
import { Menu } from '../../../../ui/overlays/Menu.tsx';
import { Popover } from '../../../../ui/overlays/Popover.tsx';
import { InsertMenu } from '../inserts/InsertMenu.tsx';
import { editorMessages } from '../messages.ts';
import { useEditor } from '../state/editor-context.ts';
import { EmojiGrid } from './EmojiGrid.tsx';

export interface TextTool {
  wrap: (sign: string) => void;
  insert: (words: string) => void;
  /** As a paragraph of its own at the end. */
  append: (words: string) => void;
}

interface ToolbarProps {
  tool: TextTool;
  rich: boolean;
  onUse: (name: string, source: string) => void;
}

export function Toolbar({ tool, rich, onUse }: ToolbarProps) {
  const t = useT(editorMessages);
  const { suggestions } = useEditor();
  const items = suggestions.map(({ name, label, source }) => ({
    label,
    run: () => {
      tool.insert(`{{${name}}}`);
      onUse(name, source);
    },
  }));
  return (
    <div role="toolbar" aria-label={t('tools')} className="flex flex-wrap items-center gap-0.5">
      <Menu
        trigger={
          <Button size="small" tone="quiet" icon={Braces}>
            {t('insertVariable')}
          </Button>
        }
        groups={[items, [{ label: t('otherVariable'), run: () => tool.insert('{{') }]]}
      />
      {rich && <Formatting tool={tool} />}
      {rich && <InsertMenu place="body" onPick={tool.append} />}
    </div>
  );
}

function Formatting({ tool }: { tool: TextTool }) {
  const t = useT(editorMessages);
  return (
    <>
      <IconButton size="small" icon={Bold} label={t('bold')} keys="mod+b" onClick={() => tool.wrap('*')} />
      <IconButton
        size="small"
        icon={Italic}
        label={t('italic')}
        keys="mod+i"
        onClick={() => tool.wrap('_')}
      />
      <IconButton
        size="small"
        icon={Strikethrough}
        label={t('strike')}
        keys="mod+shift+x"
        onClick={() => tool.wrap('~')}
      />
      <IconButton size="small" icon={Code} label={t('mono')} keys="mod+e" onClick={() => tool.wrap('```')} />
      <IconButton size="small" icon={List} label={t('list')} onClick={() => tool.insert('\n- ')} />
      <IconButton size="small" icon={Quote} label={t('quote')} onClick={() => tool.insert('\n> ')} />
      <Popover label={t('emoji')} trigger={<IconButton size="small" icon={Smile} label={t('emoji')} />}>
        <EmojiGrid onPick={tool.insert} />
      </Popover>
    </>
  );
}
