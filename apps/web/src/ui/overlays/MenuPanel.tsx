import { Menu as Radix } from 'radix-ui/internal';
import { Fragment, type FocusEvent, type ReactNode } from 'react';
import { Kbd } from '../actions/Kbd.tsx';
import { classes } from '../classes.ts';
import type { MenuItem } from './menu-item.ts';
import { useAnchor } from './use-anchor.ts';
import { useGiveBack } from './use-give-back.ts';
import type { PanelProps } from './use-opener.ts';
import { WhenGone } from './WhenGone.tsx';

interface MenuPanelProps extends PanelProps {
  open: 'no' | 'by-press' | 'by-key';
  onClose: () => void;
  groups: readonly (readonly MenuItem[])[];
  align?: 'start' | 'end';
  heading?: ReactNode;
}

/** What a Menu opens. */
export function MenuPanel(props: MenuPanelProps) {
  const { id, buttonId, open, onClose, groups, align = 'end', heading } = props;
  const anchor = useAnchor(buttonId);
  const { onGone, ...giveBack } = useGiveBack(buttonId);
  const arrive = ({ target, currentTarget }: FocusEvent<HTMLElement>) => {
    if (open === 'by-key' && target === currentTarget)
      currentTarget.querySelector<HTMLElement>('[role="menuitem"]:not([data-disabled])')?.focus();
  };
  return (
    // Not modal: the page behind stays readable and a press beside the menu is not lost.
    <Radix.Root open={open !== 'no'} onOpenChange={onClose} modal={false}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          id={id}
          aria-labelledby={buttonId}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onFocus={arrive}
          {...giveBack}
          className="z-50 min-w-44 animate-rise rounded-lg bg-raised p-1 text-body text-ink shadow-float outline-none"
        >
          {heading && <Radix.Label className="px-2 py-1.5 text-sm text-ink-2">{heading}</Radix.Label>}
          {groups.map((items, place) => (
            <Fragment key={items[0]?.label ?? place}>
              {place > 0 && <Radix.Separator className="mx-1 my-1 h-px bg-line" />}
              {items.map((item) => (
                <Line key={item.label} item={item} />
              ))}
            </Fragment>
          ))}
          <WhenGone run={onGone} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Line({ item: { label, icon: Icon, keys, danger, disabled, run } }: { item: MenuItem }) {
  return (
    <Radix.Item
      disabled={disabled ?? false}
      onSelect={run}
      className={classes(
        'flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 outline-none data-disabled:cursor-not-allowed data-disabled:text-ink-3 pointer-coarse:min-h-10',
        danger ? 'text-bad data-highlighted:bg-bad-soft' : 'data-highlighted:bg-hover',
      )}
    >
      {Icon && <Icon aria-hidden className={classes('size-4 shrink-0', !danger && 'text-ink-3')} />}
      <span className="flex-1">{label}</span>
      {keys && <Kbd keys={keys} />}
    </Radix.Item>
  );
}
