import { Command as Palette } from 'cmdk';
import { CornerDownLeft, Search } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useMemo, useState } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Kbd } from '../../ui/actions/Kbd.tsx';
import { useDialogFocus } from '../../ui/overlays/use-dialog-focus.ts';
import { WhenGone } from '../../ui/overlays/WhenGone.tsx';
import { shellMessages } from '../messages.ts';
import type { Command } from './command.ts';
import { useRegistered } from './registry.ts';
import { scoreCommand } from './score-command.ts';
import { useFound } from './use-found.ts';

interface CommandPaletteProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function CommandPalette({ open, onOpenChange }: CommandPaletteProps) {
  const t = useT(shellMessages);
  const { onGone, ...focus } = useDialogFocus();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-backdrop" />
        <Radix.Content
          aria-describedby={undefined}
          {...focus}
          className="fixed inset-x-3 top-[10vh] z-50 mx-auto max-w-xl animate-rise overflow-hidden rounded-lg bg-raised text-ink shadow-modal outline-none"
        >
          <Radix.Title className="sr-only">{t('palette')}</Radix.Title>
          <PaletteBody onDone={() => onOpenChange(false)} />
          <WhenGone run={onGone} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function PaletteBody({ onDone }: { onDone: () => void }) {
  const t = useT(shellMessages);
  const [text, setText] = useState('');
  const { commands } = useRegistered();
  const { found, searching } = useFound(text);
  const groups = useMemo(
    () => groupCommands([...commands.filter((one) => !one.keyOnly), ...found]),
    [commands, found],
  );
  const run = (command: Command) => {
    onDone();
    // After the dialog has given the keyboard back, so that a command may move it.
    queueMicrotask(command.run);
  };
  return (
    <Palette
      label={t('palette')}
      filter={scoreCommand}
      loop
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3"
    >
      <div className="flex items-center gap-2.5 border-b border-line px-4">
        <Search aria-hidden className="size-4 shrink-0 text-ink-3" />
        <Palette.Input
          value={text}
          onValueChange={setText}
          placeholder={t('search')}
          className="h-12 w-full bg-transparent text-lg outline-none"
        />
        <Kbd keys="escape" />
      </div>
      <Palette.List className="max-h-[min(60vh,420px)] scroll-py-2 overflow-y-auto px-2 pb-2">
        <Palette.Empty className="px-2 py-8 text-center text-ink-2">
          {t(searching ? 'paletteSearching' : 'paletteEmpty')}
        </Palette.Empty>
        {groups.map(([group, members]) => (
          <Palette.Group key={group} heading={group}>
            {members.map((command) => (
              <Palette.Item
                key={command.id}
                value={command.id}
                keywords={[command.label, group, ...(command.alsoKnownAs ?? [])]}
                onSelect={() => run(command)}
                className="group flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-2 data-[selected=true]:bg-hover pointer-coarse:h-11"
              >
                {command.icon && (
                  <command.icon
                    aria-hidden
                    className="size-4 shrink-0 text-ink-3 group-data-[selected=true]:text-accent-ink"
                  />
                )}
                <span className="min-w-0 flex-1 truncate">{command.label}</span>
                {command.keys ? (
                  <Kbd keys={command.keys} />
                ) : (
                  <CornerDownLeft
                    aria-hidden
                    className="invisible size-3.5 text-ink-3 group-data-[selected=true]:visible"
                  />
                )}
              </Palette.Item>
            ))}
          </Palette.Group>
        ))}
      </Palette.List>
    </Palette>
  );
}

function groupCommands(commands: readonly Command[]): [string, Command[]][] {
  const groups = new Map<string, Command[]>();
  for (const command of commands) groups.set(command.group, [...(groups.get(command.group) ?? []), command]);
  return [...groups];
}
