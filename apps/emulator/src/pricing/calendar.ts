const quarter = 900_000;

/**
 * The date in a time zone, as `2026-10-01`: prices change and allowances begin at midnight of the account's own time.
 * Asked once a quarter of an hour and zone, since no zone's midnight lies between those.
 */
export class Calendar {
  readonly #known = new Map<string, { from: number; day: string }>();

  dayIn(timezone: string, at: number): string {
    const from = Math.floor(at / quarter) * quarter;
    const known = this.#known.get(timezone);
    if (known?.from === from) return known.day;
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, ...parts }).format(from);
    this.#known.set(timezone, { from, day });
    return day;
  }
}
