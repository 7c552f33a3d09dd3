import { html, nothing, type TemplateResult } from 'lit-html';
import type { PageClock } from '../core/clock.ts';
import { icon } from '../core/icons.ts';
import { turnTheme } from '../core/theme.ts';

const hour = 3_600_000;
const fast = 1000;

type Place = 'phones' | 'faults' | 'journal';

const places: [Place, address: string, name: string][] = [
  ['phones', '/phones', 'Phones'],
  ['faults', '/phones/faults', 'Faults'],
  ['journal', '/phones/journal', 'Journal'],
];

/** Where one is, the world's time, and the ways around both. */
export function strip(
  clock: PageClock,
  at: Place,
  more: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  const run = (rate: number) => (): void => void clock.move({ rate });
  const frozen = clock.rate === 0;
  return html`<header class="strip" data-testid="world-strip">
    <h1>${icon('chat')}${places.find(([place]) => place === at)?.[2]}</h1>
    <div class="strip-clock" role="group" aria-label="The world's clock">
      <time data-testid="world-time" datetime=${new Date(clock.now()).toISOString()}
        >${timeWords(clock.now())}</time
      >
      <span class="segments">
        ${segment('clock-freeze', 'Freeze', frozen, run(frozen ? 1 : 0))}
        ${segment('clock-run', '×1', clock.rate === 1, run(1))}
        ${segment('clock-fast', '×1000', clock.rate === fast, run(fast))}
      </span>
      <span class="segments">
        ${segment('clock-hour', '+1 h', undefined, () => void clock.move({ advance: hour }))}
        ${segment('clock-day', '+1 day', undefined, () => void clock.move({ advance: 24 * hour }))}
      </span>
    </div>
    <nav class="strip-links" aria-label="The emulator">
      ${places.map(([place, address, name]) => (place === at ? nothing : html`<a href=${address}>${name}</a>`))}
      <button type="button" class="strip-button" data-testid="theme" @click=${turnTheme}>
        Light or dark
      </button>
      ${more}
    </nav>
  </header>`;
}

const segment = (
  test: string,
  text: string,
  pressed: boolean | undefined,
  press: () => void,
): TemplateResult =>
  html`<button
    type="button"
    data-testid=${test}
    aria-pressed=${pressed === undefined ? nothing : String(pressed)}
    @click=${press}
  >
    ${text}
  </button>`;

export const timeWords = (now: number): string =>
  new Intl.DateTimeFormat('en-IN', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    hour12: true,
  }).format(now);
