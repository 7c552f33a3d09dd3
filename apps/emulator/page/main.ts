import { render, type TemplateResult } from 'lit-html';
import { serverApi } from './core/api.ts';
import { World } from './core/store.ts';
import { showTheme } from './core/theme.ts';
import { FaultDesk, faultPage } from './desk/faults.ts';
import { JournalDesk, journalPage } from './desk/journal.ts';
import { worldPage } from './world/world.ts';

interface Page {
  start: () => Promise<void>;
  show: () => TemplateResult;
}

/** The gallery shows every message type without a world behind it. */
async function phones(): Promise<Page> {
  let world = new World(serverApi(), draw);
  if (new URLSearchParams(location.search).has('gallery')) {
    const { fixtureApi, firstScreens } = await import('./fixtures.ts');
    world = new World(fixtureApi(), draw, firstScreens);
  }
  return { start: () => world.start(), show: () => worldPage(world) };
}

function desk(): Page | undefined {
  if (location.pathname === '/phones/faults') {
    const faults = new FaultDesk(serverApi(), draw);
    return { start: () => faults.start(), show: () => faultPage(faults) };
  }
  if (location.pathname !== '/phones/journal') return undefined;
  const journal = new JournalDesk(serverApi(), draw);
  return { start: () => journal.start(), show: () => journalPage(journal) };
}

let drawing = false;

function draw(): void {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    const root = document.querySelector<HTMLElement>('#world');
    if (root) render(page.show(), root);
  });
}

showTheme();
const page = desk() ?? (await phones());
draw();
await page.start();
// Countdowns, call timers and the clock move by the second.
setInterval(draw, 1000);
