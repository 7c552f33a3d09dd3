import type { LucideIcon } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { Fragment, type ReactNode } from 'react';
import { Kbd } from '../actions/Kbd.tsx';
import { classes } from '../classes.ts';

interface MenuItem {
  label: string;
  icon?: LucideIcon;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
  run: () => void;
}

interface MenuProps {
  trigger: ReactNode;
  /** Groups of items; a line stands between groups. */
  groups: readonly (readonly MenuItem[])[];
  align?: 'start' | 'end';
  /** Stands above the items: who is signed in, what is chosen. */
  heading?: ReactNode;
}

export function Menu({ trigger, groups, align = 'end', heading }: MenuProps) {
  return (
    // Not modal: the page behind stays readable and a press beside the menu is not lost.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 animate-rise rounded-lg bg-raised p-1 text-body text-ink shadow-float outline-none"
        >
          {heading && <Radix.Label className="px-2 py-1.5 text-sm text-ink-2">{heading}</Radix.Label>}
          {groups.map((items, place) => (
            <Fragment key={items[0]?.label ?? place}>
              {place > 0 && <Radix.Separator className="mx-1 my-1 h-px bg-line" />}
              {items.map(({ label, icon: Icon, keys, danger, disabled, run }) => (
                <Radix.Item
                  key={label}
                  disabled={disabled ?? false}
                  onSelect={run}
                  className={classes(
                    'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 outline-none data-disabled:cursor-not-allowed data-disabled:text-ink-3 pointer-coarse:min-h-10',
                    danger ? 'text-bad data-highlighted:bg-bad-soft' : 'data-highlighted:bg-hover',
                  )}
                >
                  {Icon && (
                    <Icon aria-hidden className={classes('size-4 shrink-0', !danger && 'text-ink-3')} />
                  )}
                  <span className="flex-1">{label}</span>
                  {keys && <Kbd keys={keys} />}
                </Radix.Item>
              ))}
            </Fragment>
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
