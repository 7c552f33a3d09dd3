import { useEffect, useReducer, type ComponentType, type ReactNode } from 'react';

interface LaterPart<Props> {
  (props: Props): ReactNode;
  /** Asks for it ahead, when a person is about to need it. */
  fetch: () => void;
}

interface LaterOptions {
  /** Nobody waits for it: when it does not arrive, the page goes on without. */
  optional?: boolean;
}

const waiting = new Set<() => void>();

/**
 * A part that a page can be read without: it comes when it is first drawn, and is nothing until then.
 * Not React's `lazy`, which keeps an empty place for 300 ms even when the part is there sooner.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  { optional = false }: LaterOptions = {},
): LaterPart<Props> {
  let Part: ComponentType<Props> | undefined;
  let arriving: Promise<void> | undefined;
  const arrive = () => (arriving ??= take());
  const take = async () => {
    waiting.delete(fetch);
    try {
      Part = await load();
    } finally {
      // A line that was cut may be back the next time.
      if (Part === undefined) arriving = undefined;
    }
  };
  const fetch = () => void arrive().catch(() => undefined);
  waiting.add(fetch);

  function Later(props: Props) {
    const [, draw] = useReducer(takeArrival, undefined);
    useEffect(() => {
      if (Part === undefined)
        arrive().then(
          () => draw({}),
          (error: unknown) => (optional ? undefined : draw({ error })),
        );
    }, []);
    return Part ? <Part {...props} /> : null;
  }
  return Object.assign(Later, { fetch });
}

/** Fetches everything that has not been needed yet, so that it opens at once when it is. */
export function fetchTheRest(): void {
  for (const fetch of waiting) fetch();
}

interface Arrival {
  error?: unknown;
}

/** Thrown while drawing, where the page around it can say that it broke. */
function takeArrival(_: Arrival | undefined, arrival: Arrival): Arrival {
  if ('error' in arrival) throw arrival.error;
  return arrival;
}
