import { Popover as Radix } from 'radix-ui';
import { useId } from 'react';
import { useT } from '../../i18n/use-t.ts';
import { uiMessages } from '../messages.ts';
import { ComboboxInput } from './ComboboxInput.tsx';
import { ComboboxList } from './ComboboxList.tsx';
import { useFieldValue } from './field-context.ts';
import type { Option } from './Select.tsx';
import { useCombobox } from './use-combobox.ts';

interface ComboboxProps<Value extends string> {
  options: readonly Option<Value>[];
  value?: Value;
  onChange?: (value: Value) => void;
  placeholder?: string;
  /** Named by the Field around it, or by this when it stands alone. */
  label?: string;
  /** The options come from the server for what is typed. */
  onSearch?: (text: string) => void;
  loading?: boolean;
  disabled?: boolean;
}

/** One of many, found by typing. */
export function Combobox<Value extends string>(props: ComboboxProps<Value>) {
  const { options, value, onChange, placeholder, label, onSearch, loading = false, disabled } = props;
  const t = useT(uiMessages);
  const list = useId();
  const [current, choose] = useFieldValue(value, onChange);
  const chosen = options.find((option) => option.value === current);
  const box = useCombobox({ options, chosen, choose, onSearch });
  const none = box.matches.length === 0;

  return (
    <Radix.Root open={box.open} onOpenChange={box.setOpen}>
      <Radix.Anchor>
        <ComboboxInput
          open={box.open}
          list={list}
          active={none ? undefined : box.active}
          onLeave={() => box.setOpen(false)}
          aria-label={label}
          disabled={disabled}
          placeholder={placeholder}
          value={box.text}
          onChange={(event) => box.type(event.currentTarget.value)}
          onClick={() => box.setOpen(true)}
          onKeyDown={box.onKeyDown}
        />
      </Radix.Anchor>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={label ?? t('search')}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          // A press on the list must not take the keyboard out of the field before it is a choice.
          onMouseDown={(event) => event.preventDefault()}
          className="z-50 w-(--radix-popover-trigger-width) min-w-56 animate-rise overflow-hidden rounded-lg bg-raised text-body text-ink shadow-float outline-none"
        >
          <ComboboxList
            id={list}
            label={label ?? t('search')}
            options={box.matches}
            chosen={current}
            active={box.active}
            onActivate={box.setActive}
            onPick={box.pick}
          />
          {none && (
            <output className="block px-3 py-4 text-center text-ink-2">
              {loading ? t('loading') : t('nothingFound', { text: box.text })}
            </output>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
