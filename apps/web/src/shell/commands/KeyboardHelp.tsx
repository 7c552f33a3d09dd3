import { useMemo } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { Kbd } from '../../ui/actions/Kbd.tsx';
import { Switch } from '../../ui/fields/Switch.tsx';
import { Dialog } from '../../ui/overlays/Dialog.tsx';
import { shellMessages } from '../messages.ts';
import { setPreferences, usePreferences } from '../preferences.ts';
import type { Command } from './command.ts';
import { useRegistered } from './registry.ts';

interface KeyboardHelpProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Every key that works right now, read from what is registered, so it cannot be out of date. */
export function KeyboardHelp({ open, onOpenChange }: KeyboardHelpProps) {
  const t = useT(shellMessages);
  const { commands } = useRegistered();
  const { singleKeys } = usePreferences();
  const groups = useMemo(
    () =>
      Object.entries(
        Object.groupBy(
          commands.filter((one) => one.keys),
          (one) => one.group,
        ),
      ),
    [commands],
  );
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('keyboard')} size="medium">
      <div className="grid gap-6">
        <div className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
          {groups.map(([group, members]) => (
            <section key={group}>
              <h3 className="pb-2 text-sm font-medium text-ink-2">{group}</h3>
              <dl className="grid gap-1.5">{(members ?? []).map((command) => keyLine(command))}</dl>
            </section>
          ))}
        </div>
        <div className="border-t border-line pt-4">
          <Switch
            label={t('singleKeys')}
            help={t('singleKeysHelp')}
            checked={singleKeys}
            onChange={(on) => setPreferences({ singleKeys: on })}
          />
        </div>
      </div>
    </Dialog>
  );
}

function keyLine(command: Command) {
  return (
    <div key={command.id} className="flex items-center justify-between gap-3">
      <dt className="min-w-0">{command.label}</dt>
      <dd>
        <Kbd keys={command.keys ?? ''} always />
      </dd>
    </div>
  );
}
