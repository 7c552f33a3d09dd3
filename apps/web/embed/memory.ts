/** Whether a form is to be left alone for now, remembered on the website's own side. */
export interface Memory {
  isKept(): boolean;
  keepUntil(time: number): void;
}

export function memoryOf(code: string): Memory {
  const key = `trikon-opt-in-${code}`;
  return {
    isKept: () => {
      try {
        return Number(localStorage.getItem(key)) > Date.now();
      } catch {
        // A browser that remembers nothing for this website: the form comes again.
        return false;
      }
    },
    keepUntil: (time) => {
      try {
        localStorage.setItem(key, String(time));
      } catch {
        // As above.
      }
    },
  };
}

export const keepAway = (memory: Memory, days: number): void =>
  memory.keepUntil(Date.now() + days * 86_400_000);
