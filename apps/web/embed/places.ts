import { element } from './element.ts';
import type { FormAnswer } from './form-answer.ts';
import { choices, formElement, termsLink } from './form.ts';
import { shadowIn } from './look.ts';
import { keepAway, type Memory } from './memory.ts';
import type { Server } from './server.ts';

export interface Placed {
  form: FormAnswer;
  server: Server;
  memory: Memory;
  /** Where an inline form or the boxes of a checkout go. */
  at: Element | null;
  /** The number's field in the shop's own form. */
  phoneField: string;
  /** What opens a modal on a click. */
  opener: string;
}

const doneDays = 365;

function rootFor({ form, at }: Placed): HTMLElement {
  const host = element('div', { 'data-trikon': '' });
  if (at === null) document.body.append(host);
  else at.after(host);
  return shadowIn(host, form.look.color, form.direction, form.language);
}

export function placeInline(placed: Placed): void {
  const { form, server, memory } = placed;
  const card = element('div', { class: 'card' });
  card.append(formElement({ form, server, method: 'inline', onDone: () => keepAway(memory, doneDays) }));
  rootFor(placed).append(card);
  server.tellShown();
}

export function placeModal(placed: Placed): void {
  const { form, server, memory, opener } = placed;
  const { trigger, delaySeconds, restDays } = form.look;
  let dialog: HTMLDialogElement | undefined;
  const open = (): void => {
    if (dialog?.open) return;
    dialog ??= makeDialog();
    dialog.showModal();
    server.tellShown();
  };
  const makeDialog = (): HTMLDialogElement => {
    const made = element('dialog', { 'aria-labelledby': 't' });
    const close = {
      class: 'close',
      type: 'button',
      'aria-label': form.words.close,
      click: () => made.close(),
    };
    let isDone = false;
    const onDone = (): void => {
      isDone = true;
      keepAway(memory, doneDays);
    };
    made.append(element('button', close, '×'), formElement({ form, server, method: 'modal', onDone }));
    made.addEventListener('close', () => isDone || keepAway(memory, restDays));
    rootFor({ ...placed, at: null }).append(made);
    return made;
  };
  if (trigger === 'click') {
    // Whoever asks for it gets it, however often they closed it; the element may come to the page later.
    document.addEventListener('click', ({ target }) => {
      if (opener !== '' && target instanceof Element && target.closest(opener)) open();
    });
    return;
  }
  if (memory.isKept()) return;
  const hasMouse = window.matchMedia('(hover: hover)').matches;
  if (trigger === 'delay' || !hasMouse) {
    setTimeout(open, delaySeconds * 1000);
    return;
  }
  const onLeave = ({ relatedTarget, clientY }: MouseEvent): void => {
    if (relatedTarget !== null || clientY > 0) return;
    document.removeEventListener('mouseout', onLeave);
    open();
  };
  document.addEventListener('mouseout', onLeave);
}

/** Boxes in the shop's own form: what is ticked goes along when the form is sent, and never holds it back. */
export function placeCheckout(placed: Placed): void {
  const { form, server, at, phoneField } = placed;
  const { boxes, chosen } = choices(form);
  rootFor(placed).append(
    element('p', { class: 'soft' }, form.notice.body),
    ...boxes,
    element('p', { class: 'soft' }, form.words.stopAnyTime),
    ...[termsLink(form)].filter((link) => link !== null),
  );
  server.tellShown();
  const phoneIn = (shopForm: HTMLFormElement): HTMLInputElement | null =>
    (phoneField === '' ? null : document.querySelector<HTMLInputElement>(phoneField)) ??
    shopForm.querySelector<HTMLInputElement>('input[type=tel]');
  at?.closest('form')?.addEventListener('submit', ({ currentTarget }) => {
    const phone = phoneIn(currentTarget as HTMLFormElement)?.value ?? '';
    if (chosen().length === 0 || phone.trim() === '') return;
    void server
      .send(form, { phone, purposes: chosen(), trap: '', method: 'checkout' })
      .catch(() => undefined);
  });
}
