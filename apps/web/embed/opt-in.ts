import { memoryOf } from './memory.ts';
import { placeCheckout, placeInline, placeModal } from './places.ts';
import { serverAt } from './server.ts';

/**
 * The form of a place to opt in on a website of somebody else's:
 * `<script async src="…/embed/opt-in.js" data-code="K7QM2XWP"></script>`.
 * An inline form and the boxes of a checkout appear after the script, or after the element that `data-at` selects.
 */
async function begin(script: HTMLScriptElement): Promise<void> {
  const { code = '', at = '', phone = '', open = '', lang = '' } = script.dataset;
  const server = serverAt(new URL(script.src).origin, {
    code,
    language: lang,
    isTest: 'test' in script.dataset,
  });
  const form = await server.load();
  const isElsewhere = at !== '';
  const placed = {
    form,
    server,
    memory: memoryOf(code),
    at: isElsewhere ? document.querySelector(at) : script,
    phoneField: phone,
    opener: open,
  };
  const { place } = form.look;
  if (place === 'modal') placeModal(placed);
  else if (place === 'inline') placeInline(placed);
  else placeCheckout(placed);
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  const start = (): void => {
    // The website goes on without the form.
    begin(script).catch(() => undefined);
  };
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
  else start();
}
