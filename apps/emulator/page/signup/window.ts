/** In the dialog's window: tells the page that opened it how things go. */
interface News {
  /** The origin of the page that waits. */
  target?: string;
  /** To be told if the window is closed now. */
  left?: object;
  reported?: object;
  finished?: object | null;
  code?: string;
}

(() => {
  const news = JSON.parse(document.querySelector('main')?.dataset.news ?? '{}') as News;

  const tell = (message: unknown): void => {
    if (news.target !== undefined) window.opener?.postMessage(message, news.target);
  };
  /** Session events are texts, as Meta sends them. */
  const tellEvent = (event: object | null | undefined): void => {
    if (event) tell(JSON.stringify(event));
  };
  const close = (): void => {
    if (window.opener) window.close();
  };

  // What a window says while it closes is lost too often: the script in the opening page says it instead.
  tell({ emulatorLeft: news.left ?? null });
  if (news.code !== undefined) {
    tellEvent(news.finished);
    tell({ emulatorLogin: news.code });
  }

  document.querySelector<HTMLElement>('[data-error]')?.focus();
  document.querySelector('[data-close]')?.addEventListener('click', close);
  document.querySelector('[data-report]')?.addEventListener('click', () => {
    tellEvent(news.reported);
    tell({ emulatorLeft: null });
    close();
  });
  document.querySelector('form')?.addEventListener('submit', ({ submitter }) => {
    if (submitter?.matches('[data-cancel]')) close();
  });
})();
