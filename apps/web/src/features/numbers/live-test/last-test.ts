/** The test that was started last with a number, so that whoever comes back to its page finds it. */
export function lastTestOf(numberId: string): string | undefined {
  try {
    return localStorage.getItem(key(numberId)) ?? undefined;
  } catch {
    return undefined;
  }
}

export function keepLastTest(numberId: string, testId: string): void {
  try {
    localStorage.setItem(key(numberId), testId);
  } catch {
    // Storage is full or forbidden: the address still names the test.
  }
}

const key = (numberId: string): string => `trikon.live-test.${numberId}`;
