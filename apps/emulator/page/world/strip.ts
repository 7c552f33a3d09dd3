import { html, type TemplateResult } from 'lit-html';
import type { World } from '../core/store.ts';
import { icon } from '../core/icons.ts';

const hour = 3_600_000;
const fast = 1000;

/** The world's time and the ways around it, above the phones. */
export function strip(world: World): TemplateResult {
  const { clock } = world;
  const run = (rate: number) => (): void => void world.moveClock({ rate });
  const frozen = clock.rate === 0;
  return html`<header class="strip" data-testid="world-strip">
    <h1>${icon('chat')}Phones</h1>
    <div class="strip-clock" role="group" aria-label="The world's clock">
      <time data-testid="world-time" datetime=${new Date(world.now()).toISOString()}
        >${timeWords(world.now())}</time
      >
      <span class="segments">
        ${segment('clock-freeze', 'Freeze', frozen, run(frozen ? 1 : 0))}
        ${segment('clock-run', '×1', clock.rate === 1, run(1))}
        ${segment('clock-fast', '×1000', clock.rate === fast, run(fast))}
      </span>
      <span class="segments">
        ${segment('clock-hour', '+1 h', undefined, () => void world.moveClock({ advance: hour }))}
        ${segment('clock-day', '+1 day', undefined, () => void world.moveClock({ advance: 24 * hour }))}
      </span>
    </div>
    <nav class="strip-links" aria-label="The emulator">
      <a href="/control/faults">Faults</a>
      <a href="/control/journal">Journal</a>
      <button type="button" class="strip-button" data-testid="theme" @click=${turnTheme}>
        Light or dark
      </button>
      <button
        type="button"
        class="strip-button strip-main"
        data-testid="add-phone"
        @click=${() => world.change({ adding: true })}
      >
        ${icon('plus')}<span>Add a phone</span>
      </button>
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
    aria-pressed=${pressed === undefined ? 'false' : String(pressed)}
    @click=${press}
  >
    ${text}
  </button>`;

const timeWords = (now: number): string =>
  new Intl.DateTimeFormat('en-IN', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    hour12: true,
  }).format(now);

function turnTheme(): void {
  const root = document.documentElement;
  const dark = root.dataset['theme']
    ? root.dataset['theme'] === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset['theme'] = dark ? 'light' : 'dark';
}
