import { element } from './element.ts';
import type { FormAnswer, SentAnswer } from './form-answer.ts';
import type { Server } from './server.ts';

interface FormOptions {
  form: FormAnswer;
  server: Server;
  method: 'modal' | 'inline';
  onDone: () => void;
}

/** The boxes, none of them ticked, and how to read which ones are. */
export function choices({ notice }: FormAnswer): { boxes: HTMLElement[]; chosen: () => string[] } {
  const inputs = notice.purposes.map(({ purpose }) => element('input', { type: 'checkbox', value: purpose }));
  const boxes = notice.purposes.map(({ name, explanation }, at) =>
    element(
      'label',
      { class: 'choice' },
      inputs[at]!,
      element('span', {}, element('b', {}, name), element('span', { class: 'soft' }, explanation)),
    ),
  );
  return { boxes, chosen: () => inputs.filter(({ checked }) => checked).map(({ value }) => value) };
}

export function termsLink({ notice, words }: FormAnswer): HTMLElement | null {
  if (notice.termsUrl === null || !/^https?:/.test(notice.termsUrl)) return null;
  const link = element('a', { href: notice.termsUrl, target: '_blank', rel: 'noopener' }, words.terms);
  return element('p', { class: 'soft' }, link);
}

/** Title, notice, choices and number; what was said of it replaces it when it was taken. */
export function formElement({ form, server, method, onDone }: FormOptions): HTMLElement {
  const { look, notice, words } = form;
  const { boxes, chosen } = choices(form);
  const attributes = {
    class: 'phone',
    id: 'p',
    type: 'tel',
    inputmode: 'tel',
    autocomplete: 'tel',
    dir: 'ltr',
  };
  const phone = element('input', { ...attributes, maxlength: '40', value: '+91 ' });
  const trap = element('input', { tabindex: '-1', autocomplete: 'off', name: 'website' });
  const problem = element('p', { class: 'problem', role: 'alert', hidden: true });
  const button = element('button', { class: 'main' }, notice.agree);
  const whole = element('div', {});
  const complain = (words_: string): void => {
    problem.textContent = words_;
    problem.hidden = false;
    button.removeAttribute('aria-disabled');
  };
  const send = async (): Promise<void> => {
    if (chosen().length === 0) return complain(words.chooseOne);
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    const sent = { phone: phone.value, purposes: chosen(), trap: trap.value, method };
    try {
      const answer = await server.send(form, sent);
      if (answer.state !== 'again') {
        whole.replaceChildren(...doneElements(answer, form));
        whole.querySelector<HTMLElement>('h2')?.focus();
        onDone();
        return;
      }
      complain(words[answer.why ?? 'failed']);
      // It may have been open for too long: another one is asked for, to be sent with the next press.
      if (answer.why === 'failed') form.token = (await server.load()).token;
    } catch {
      complain(words.failed);
    }
  };
  whole.append(
    element('h2', { id: 't' }, look.title),
    ...(look.text === '' ? [] : [element('p', {}, look.text)]),
    element(
      'form',
      { novalidate: true },
      element('h3', {}, notice.heading),
      element('p', { class: 'soft' }, notice.body),
      ...boxes,
      element('label', { class: 'field', for: 'p' }, words.phone),
      phone,
      element('div', { class: 'trap', 'aria-hidden': 'true' }, trap),
      problem,
      button,
      element('p', { class: 'soft' }, words.stopAnyTime),
      termsLink(form),
    ),
  );
  whole.querySelector('form')!.addEventListener('submit', (event) => {
    event.preventDefault();
    void send();
  });
  return whole;
}

function doneElements({ words, chatUrl }: SentAnswer, form: FormAnswer): HTMLElement[] {
  const isChat = typeof chatUrl === 'string' && chatUrl.startsWith('https://wa.me/');
  const link = isChat
    ? [
        element(
          'a',
          { class: 'main', href: chatUrl, target: '_blank', rel: 'noopener' },
          form.words.openWhatsApp,
        ),
      ]
    : [];
  return [
    element('h2', { tabindex: '-1', role: 'status' }, words.title),
    element('p', {}, words.text),
    ...link,
    element('p', { class: 'soft' }, form.words.stopAnyTime),
  ];
}
