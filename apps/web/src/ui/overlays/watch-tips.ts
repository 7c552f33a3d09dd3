/** Resting on a control this long asks for its tip; from one tip to the next needs no rest. */
const rest = 400;
const stillWarm = 300;
/** Time to move the pointer onto the tip itself, to read or copy it. */
const grace = 120;

interface Watched {
  show: (control: HTMLElement) => void;
  hide: () => void;
  /** A tip is about to be asked for. */
  near: () => void;
}

/** One set of listeners for all the tips of a page, however many controls have one. Returns how to stop. */
export function watchTips({ show, hide, near }: Watched): () => void {
  const stop = new AbortController();
  const options = { signal: stop.signal, capture: true, passive: true };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: HTMLElement | undefined;
  let hiddenAt = -stillWarm;

  const open = (control: HTMLElement) => {
    clearTimeout(timer);
    if (control.ariaExpanded === 'true' || !control.isConnected) return;
    shown = control;
    show(control);
  };
  const close = () => {
    clearTimeout(timer);
    if (shown === undefined) return;
    shown = undefined;
    hiddenAt = performance.now();
    hide();
  };
  const onPoint = ({ target, pointerType }: PointerEvent) => {
    // A finger rests on a control to press it.
    if (pointerType === 'touch') return;
    clearTimeout(timer);
    const control = withTip(target);
    if (isTip(target) || (control !== undefined && control === shown)) return;
    if (control === undefined) {
      if (shown !== undefined) timer = setTimeout(close, grace);
      return;
    }
    near();
    const warm = shown !== undefined || performance.now() - hiddenAt < stillWarm;
    timer = setTimeout(() => open(control), warm ? 0 : rest);
  };

  document.addEventListener('pointerover', onPoint, options);
  document.addEventListener(
    'focusin',
    ({ target }) => {
      const control = withTip(target);
      if (control?.matches(':focus-visible')) open(control);
      else close();
    },
    options,
  );
  document.addEventListener('focusout', close, options);
  for (const gone of ['pointerdown', 'click'] as const) document.addEventListener(gone, close, options);
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && close(), options);
  document.addEventListener(
    'scroll',
    ({ target }) => target instanceof Node && shown !== undefined && target.contains(shown) && close(),
    options,
  );
  document.documentElement.addEventListener('pointerleave', close, { signal: stop.signal });
  return () => {
    close();
    stop.abort();
  };
}

function withTip(target: EventTarget | null): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>('[data-tip]') ?? undefined) : undefined;
}

function isTip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="tooltip"]') !== null;
}
