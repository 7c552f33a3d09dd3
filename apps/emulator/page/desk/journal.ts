import { html, nothing, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';
import type { EntryKind } from '../../src/world/journal.ts';
import { reach, type Api } from '../core/api.ts';
import { PageClock } from '../core/clock.ts';
import { coalesced } from '../core/coalesced.ts';
import { strip, timeWords } from '../world/strip.ts';
import { isBad, readLines, summaryOf, type Entry } from './entries.ts';

const kinds: Record<EntryKind, string> = {
  request: 'Requests',
  webhook: 'Webhooks',
  fault: 'Faults',
  control: 'Control',
  state: 'State',
};

/** How far back the page looks, and how much of it stands there. */
const [lookBack, most] = [20_000, 300];

/** What the world wrote down, the newest first; what happens on the phones is read as it comes. */
export class JournalDesk {
  readonly clock: PageClock;
  shown = new Set<EntryKind>(['request', 'webhook', 'fault', 'control']);
  search = '';
  entries: Entry[] = [];
  trouble = '';
  readonly #api: Api;
  readonly #draw: () => void;
  /** Grows when something else is chosen. */
  #turn = 0;

  constructor(api: Api, draw: () => void) {
    this.#api = api;
    this.#draw = draw;
    this.clock = new PageClock(api, draw);
  }

  async start(): Promise<void> {
    await this.read();
    this.#api.listen(coalesced(() => this.readOn()));
  }

  /** All of what is shown, from the beginning of what the page looks back to. */
  async read(): Promise<void> {
    this.#turn += 1;
    await this.#take(0);
  }

  /** What came since. */
  async readOn(): Promise<void> {
    await this.#take(this.entries[0]?.seq ?? 0);
  }

  async #take(after: number): Promise<void> {
    const turn = this.#turn;
    try {
      const [answer] = await Promise.all([reach(this.address({ after })), this.clock.read()]);
      const lines = readLines(await answer.text()).toReversed();
      // Meanwhile something else was chosen, and is on its way.
      if (turn !== this.#turn) return;
      const known = after === 0 ? [] : this.entries;
      const newest = known[0]?.seq ?? 0;
      this.entries = [...lines.filter(({ seq }) => seq > newest), ...known].slice(0, most);
      this.trouble = '';
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
    this.#draw();
  }

  show(kind: EntryKind, on: boolean): void {
    if (on) this.shown.add(kind);
    else this.shown.delete(kind);
    void this.read();
  }

  find(search: string): void {
    this.search = search;
    this.#draw();
  }

  address({ after }: { after?: number } = {}): string {
    const chosen = this.shown.size > 0 ? [...this.shown].join(',') : 'control';
    const part = after === undefined ? '' : `&newest=${lookBack}&after=${after}`;
    return `/world/journal?kinds=${chosen}${part}`;
  }
}

export function journalPage(desk: JournalDesk): TemplateResult {
  const found = desk.entries.filter((entry) =>
    `${summaryOf(entry)} ${JSON.stringify(entry)}`.toLowerCase().includes(desk.search.toLowerCase()),
  );
  return html`
    ${strip(desk.clock, 'journal')}
    <main class="desk" aria-label="Journal">
      <div class="desk-bar">
        <div class="desk-kinds" role="group" aria-label="Kinds">
          ${(Object.keys(kinds) as EntryKind[]).map((kind) => kindSwitch(desk, kind))}
        </div>
        <input
          type="search"
          class="desk-search"
          placeholder="Find in what is shown"
          aria-label="Find in what is shown"
          data-testid="find-entries"
          @input=${({ target }: Event) => desk.find((target as HTMLInputElement).value)}
        />
        <button
          type="button"
          class="strip-button"
          data-testid="read-journal"
          @click=${() => void desk.readOn()}
        >
          Read again
        </button>
        <a class="strip-button" href=${desk.address()} download="journal.ndjson" data-testid="download"
          >Download</a
        >
      </div>
      <p class="desk-said bad" role="status">${desk.trouble}</p>
      ${found.length === 0 ? html`<p class="desk-hint">Nothing is written here yet.</p>` : nothing}
      <ol class="desk-entries" reversed>
        ${repeat(found, ({ seq }) => seq, entryRow)}
      </ol>
    </main>
  `;
}

const kindSwitch = (desk: JournalDesk, kind: EntryKind): TemplateResult =>
  html`<label class="switch">
    <input
      type="checkbox"
      role="switch"
      .checked=${desk.shown.has(kind)}
      data-testid="kind-${kind}"
      @change=${({ target }: Event) => desk.show(kind, (target as HTMLInputElement).checked)}
    />
    <span>${kinds[kind]}</span>
  </label>`;

/** The whole entry is written out when somebody opens it. */
const entryRow = (entry: Entry): TemplateResult =>
  html`<li>
    <details
      class="desk-entry ${isBad(entry) ? 'bad' : ''}"
      data-testid="entry-${entry.kind}"
      @toggle=${({ target }: Event) => writeOut(target as HTMLDetailsElement, entry)}
    >
      <summary>
        <span class="desk-kind">${entry.kind}</span>
        <time>${timeWords(entry.at)}</time>
        <span class="desk-line">${summaryOf(entry)}</span>
      </summary>
      <pre tabindex="0" aria-label="Entry ${entry.seq}"></pre>
    </details>
  </li>`;

function writeOut(details: HTMLDetailsElement, entry: Entry): void {
  const whole = details.querySelector('pre');
  if (whole) whole.textContent = details.open ? JSON.stringify(entry, null, 2) : '';
}
