import { render } from 'lit-html';
import { serverApi } from './core/api.ts';
import { World } from './core/store.ts';
import { worldPage } from './world/world.ts';

/** The gallery shows every message type without a world behind it. */
async function begin(): Promise<World> {
  if (!new URLSearchParams(location.search).has('gallery')) return new World(serverApi(), draw);
  const { fixtureApi, firstScreens } = await import('./fixtures.ts');
  return new World(fixtureApi(), draw, firstScreens);
}

let drawing = false;

function draw(): void {
  if (drawing) return;
  drawing = true;
  queueMicrotask(() => {
    drawing = false;
    const root = document.querySelector<HTMLElement>('#world');
    if (root) render(worldPage(world), root);
  });
}

const world = await begin();
draw();
await world.start();
// Countdowns, call timers and the clock move by the second.
setInterval(draw, 1000);
