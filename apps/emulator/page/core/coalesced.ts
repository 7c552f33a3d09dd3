/** Gathers what comes at once, each thing once, and hands it on when the last hand-over is done. */
export function coalesced<T>(read: (all: T[]) => Promise<void>, wait = 20): (one: T) => void {
  const waiting = new Map<string, T>();
  let reading = false;
  const run = async (): Promise<void> => {
    if (reading) return;
    reading = true;
    try {
      while (waiting.size > 0) {
        const all = [...waiting.values()];
        waiting.clear();
        await read(all);
      }
    } finally {
      reading = false;
    }
  };
  return (one) => {
    waiting.set(JSON.stringify(one), one);
    setTimeout(() => void run(), wait);
  };
}
