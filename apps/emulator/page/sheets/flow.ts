import { html, nothing, type TemplateResult } from 'lit-html';
import type { ChatView, MessageView } from '../../src/phones/view.ts';
import { goBack, openFlow, receive, type Step } from '../../src/flows/runtime/session.ts';
import type { EndpointRequest, FlowState } from '../../src/flows/runtime/state.ts';
import { showFlow, type ShownScreen } from '../../src/flows/runtime/view.ts';
import type { Glass } from '../core/glass.ts';
import { icon } from '../core/icons.ts';
import { iconButton } from '../core/parts.ts';
import { flowComponent } from './flow-components.ts';
import { press, type FlowAt } from './flow-at.ts';
import { textOf } from './flow-values.ts';
import { mainButton } from './sheet.ts';

/** A Flow in its sheet: the page is its client, the world carries its questions to the endpoint. */
export function flowSheet(glass: Glass, chat: ChatView, { id }: MessageView, button: string): TemplateResult {
  const key = `flow/${glass.phone.id}/${id}/${button}`;
  const at: FlowAt = {
    glass,
    on: { chat: chat.id, message: id },
    button,
    key,
    take: (step) => take(at, step),
  };
  const view = glass.load(key, () => glass.api.flow(glass.phone.id, chat.id, id, button));
  const state = glass.ui.flow?.key === key ? glass.ui.flow.state : undefined;
  if (view && !state) queueMicrotask(() => at.take(openOf(view)));
  const shown = state && showFlow(state);
  return html`<div class="sheet-ground sheet-tall">
    <div class="sheet-beside" @click=${() => leave(at)}></div>
    <section
      class="sheet sheet-flow"
      role="dialog"
      aria-modal="true"
      aria-label=${shown?.title || view?.name || chat.title}
      data-testid="sheet-flow"
      @keydown=${({ key: pressed }: KeyboardEvent) => pressed === 'Escape' && leave(at)}
    >
      ${flowHead(at, state, shown, view?.name ?? chat.title)}
      ${state?.ending ? ending(at, state) : shown ? screen(at, shown) : loading(glass)}
      <p class="flow-foot">${icon('lock')}${glass.words.flowManaged}</p>
    </section>
  </div>`;
}

type View = Awaited<ReturnType<Glass['api']['flow']>>;

const openOf = ({
  json,
  token,
  action,
  screen,
  data,
}: Pick<View, 'json' | 'token' | 'action' | 'screen' | 'data'>): Step =>
  openFlow({
    flow: json,
    token,
    start:
      action === 'data_exchange'
        ? { action }
        : { action, ...(screen !== undefined && { screen }), ...(data && { data }) },
  });

/** Shows the new state and does what it asks for, until it asks for nothing more. */
function take(at: FlowAt, { state, ask, notify, openUrl }: Step): void {
  const { glass, on, button, key } = at;
  glass.set({ flow: { key, state } });
  if (openUrl && /^https?:/i.test(openUrl)) window.open(openUrl, '_blank', 'noopener,noreferrer');
  if (notify) void glass.act({ type: 'flow-exchange', ...on, button, request: notify });
  if (ask) void exchange(at, state, ask);
  if (state.ending?.kind === 'left') leave(at);
  if (state.ending?.kind !== 'completed') return;
  const { response } = state.ending;
  leave(at);
  void glass.act({ type: 'complete-flow', ...on, button, response });
}

async function exchange(at: FlowAt, state: FlowState, request: EndpointRequest): Promise<void> {
  const { glass, on, button, key } = at;
  const answer = await glass.act({ type: 'flow-exchange', ...on, button, request });
  // Who left meanwhile does not come back to the Flow.
  if (glass.ui.flow?.key === key) at.take(receive(state, answer?.flow ?? { kind: 'failed' }));
}

function leave({ glass, key }: FlowAt): void {
  glass.forget(key);
  glass.set({ flow: undefined });
  glass.show(undefined);
}

function flowHead(
  at: FlowAt,
  state: FlowState | undefined,
  shown: ShownScreen | undefined,
  name: string,
): TemplateResult {
  const { words } = at.glass;
  return html`<header class="sheet-head">
    ${
      state && shown?.canGoBack
        ? iconButton({
            icon: 'back',
            label: words.back,
            test: 'flow-back',
            press: () => at.take(goBack(state)),
          })
        : iconButton({ icon: 'close', label: words.close, test: 'sheet-close', press: () => leave(at) })
    }
    <h3>${shown?.title || name}</h3>
  </header>`;
}

function screen(at: FlowAt, { id, components, footer, isWaiting, snackbar }: ShownScreen): TemplateResult {
  return html`<div
      class="sheet-body flow-screen"
      tabindex="0"
      role="group"
      aria-label=${id}
      aria-busy=${String(isWaiting)}
      ?inert=${isWaiting}
      data-testid="flow-screen-${id}"
    >
      ${components.map((component) => flowComponent(at, component))}
    </div>
    ${snackbar ? html`<p class="flow-snackbar" role="alert">${snackbar}</p>` : nothing}
    ${footer ? flowFooter(at, footer.path, footer.properties, isWaiting) : nothing}`;
}

function flowFooter(
  at: FlowAt,
  path: string,
  properties: Record<string, unknown>,
  isWaiting: boolean,
): TemplateResult {
  const text = (name: string): string => textOf(properties, name);
  return html`<footer class="sheet-foot flow-footer">
    <span class="flow-captions">
      <small>${text('left-caption')}</small><small>${text('center-caption')}</small
      ><small>${text('right-caption')}</small>
    </span>
    <button
      type="button"
      class="main-button"
      data-testid="flow-footer"
      ?disabled=${isWaiting || properties['enabled'] === false}
      @click=${() => press(at, path)}
    >
      ${isWaiting ? html`<i class="spinner"></i>` : nothing}${text('label')}
    </button>
  </footer>`;
}

const loading = ({ words }: Glass): TemplateResult =>
  html`<div class="sheet-body flow-loading" aria-busy="true">
    <i class="spinner"></i>
    <p>${words.flowLoading}</p>
  </div>`;

function ending(at: FlowAt, { ending: end }: FlowState): TemplateResult {
  const { words } = at.glass;
  const text = end?.kind === 'expired' && end.text ? end.text : words.flowFailed;
  return html`<div class="sheet-body flow-loading" data-testid="flow-ended" role="alert">
    ${icon('warning')}
    <p>${text}</p>
    ${mainButton(words.close, 'flow-close', () => leave(at))}
  </div>`;
}
