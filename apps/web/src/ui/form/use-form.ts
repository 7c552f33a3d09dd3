import { useEffect, useMemo, useRef, useState } from 'react';
import type { FieldBinding } from '../fields/field-context.ts';
import { keepDraft, readDraft } from './draft.ts';
import {
  hasProblems,
  shownProblems,
  splitRefusal,
  type Problems,
  type Refusal,
  type Values,
} from './form-state.ts';

interface FormOptions<V extends Values> {
  initial: V;
  /** Problems by field name; runs as a field is left and before saving. */
  check?: (values: V) => Problems<V>;
  /** Saves. Return a Refusal to show problems; throw for anything unexpected. */
  save: (values: V) => Promise<Refusal | void>;
  /** Keeps what was typed in this tab under this name until it is saved, through reloads and mistaken navigation. */
  draft?: string;
}

export interface Form<V extends Values> {
  values: V;
  field: (name: keyof V & string) => FieldBinding;
  set: (change: Partial<V>) => void;
  submit: () => Promise<boolean>;
  reset: (to?: V) => void;
  saving: boolean;
  changed: boolean;
  problems: Record<string, string>;
  /** About the form as a whole: a save that failed, a rule that spans fields. */
  message: string | undefined;
  /** The save threw: the words for it are the form's, not the server's. */
  failed: boolean;
}

export function useForm<V extends Values>({ initial, check, save, draft }: FormOptions<V>): Form<V> {
  const [start, setStart] = useState(initial);
  const [values, setValues] = useState<V>(() => ({ ...initial, ...(draft ? readDraft(draft) : {}) }));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refusal, setRefusal] = useState<Refusal>({ problems: {} });
  const [failed, setFailed] = useState(false);
  const [saving, setSaving] = useState(false);
  // A second Enter in the same frame must not save twice; state alone is read one render too late.
  const inFlight = useRef(false);

  const found = useMemo(() => check?.(values) ?? {}, [check, values]);
  const problems = shownProblems(found, refusal.problems, left);
  const changed = Object.keys(values).some((name) => values[name] !== start[name]);

  useEffect(() => {
    if (draft) keepDraft(draft, changed ? values : undefined);
  }, [draft, changed, values]);

  const set = (change: Partial<V>) => {
    setValues((now) => ({ ...now, ...change }));
    setRefusal((now) => ({ ...now, problems: without(now.problems, Object.keys(change)) }));
  };

  const submit = async () => {
    if (inFlight.current) return false;
    setLeft(new Set(Object.keys(values)));
    setFailed(false);
    if (hasProblems(found)) return false;
    inFlight.current = true;
    setSaving(true);
    setRefusal({ problems: {} });
    try {
      const refused = await save(values);
      if (refused) {
        setRefusal(splitRefusal(refused, Object.keys(values)));
        return false;
      }
      setStart(values);
      return true;
    } catch {
      // The query client reports the cause; the person needs to know that nothing was lost.
      setFailed(true);
      return false;
    } finally {
      inFlight.current = false;
      setSaving(false);
    }
  };

  const field = (name: keyof V & string): FieldBinding => ({
    name,
    value: values[name],
    error: problems[name],
    change: (value) => set({ [name]: value } as Partial<V>),
    leave: () => setLeft((now) => (now.has(name) ? now : new Set([...now, name]))),
  });

  const reset = (to: V = start) => {
    setStart(to);
    setValues(to);
    setLeft(new Set());
    setRefusal({ problems: {} });
    setFailed(false);
  };

  return { values, field, set, submit, reset, saving, changed, problems, message: refusal.message, failed };
}

function without(problems: Record<string, string>, names: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).filter(([name]) => !names.includes(name)));
}
