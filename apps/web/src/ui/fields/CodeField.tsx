import { useFieldAttributes, useFieldValue } from './field-context.ts';

/** Digits read from another device. One field, so that pasting, autofill and screen readers work as they always do. */
export function CodeField({ length }: { length: number }) {
  const attributes = useFieldAttributes();
  const [code, change] = useFieldValue<string>(undefined, undefined);
  return (
    <span className="field-edge flex h-12 items-center">
      <input
        {...attributes}
        type="text"
        inputMode="numeric"
        autoComplete="one-time-code"
        spellCheck={false}
        value={code ?? ''}
        onChange={(event) => change(event.currentTarget.value.replaceAll(/\D/g, '').slice(0, length))}
        className="h-full w-full min-w-0 bg-transparent px-3 text-center font-mono text-xl tracking-[0.4em] indent-[0.4em] outline-none"
      />
    </span>
  );
}
