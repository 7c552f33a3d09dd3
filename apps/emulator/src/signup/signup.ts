import type { Accounts } from '../accounts/accounts.ts';
import { text } from '../accounts/reading.ts';
import type { Emulator } from '../emulator.ts';
import { type Call, type Edges, Reply } from '../graph/call.ts';
import { GraphError } from '../graph/errors.ts';
import type { Collection } from '../world/collection.ts';
import { readAsset } from './assets.ts';
import type { BusinessAppDesk } from './business-app.ts';
import { finish, type Onboarded } from './finishing.ts';
import { html } from './html.ts';
import { openSession } from './opening.ts';
import { errorPage, formOf, pageReply } from './page.ts';
import { removeApp } from './removal.ts';
import { cancelEvents, finishEvent, type Session, stepOf } from './session.ts';
import { stepPages } from './steps.ts';

export interface Signup {
  /** Hears of every account that an owner brought. */
  onFinish: (listener: (onboarded: Onboarded) => void) => void;
  /** The owner takes an app away from an account again. */
  removeApp: (wabaId: string, appId: string) => void;
}

interface Desk {
  emulator: Emulator;
  accounts: Accounts;
  businessApp: BusinessAppDesk;
  sessions: Collection<Session>;
  listeners: ((onboarded: Onboarded) => void)[];
}

/** Embedded Signup as pages that a person clicks through, and the script that opens them (Meta, "Embedded Signup"). */
export function createSignup(emulator: Emulator, accounts: Accounts, businessApp: BusinessAppDesk): Signup {
  const sessions = emulator.world.collection<Session>('signup-sessions', { hidden: ['code'] });
  const desk: Desk = { emulator, accounts, businessApp, sessions, listeners: [] };
  emulator.graph.add(edgesOf(desk));
  return {
    onFinish: (listener) => void desk.listeners.push(listener),
    removeApp: (wabaId, appId) => removeApp(emulator, wabaId, appId),
  };
}

const languages = ['en_US', 'en_GB', 'hi_IN'];

function edgesOf(desk: Desk): Edges {
  const access = 'none';
  const sdk = { access, answer: () => readAsset('sdk.js') } as const;
  return {
    ...Object.fromEntries(languages.map((language) => [`GET root/${language}/sdk.js`, sdk])),
    'GET root/dialog/assets/*': { access, answer: ({ rest }: Call) => readAsset(rest[0] ?? '') },
    'GET root/dialog/oauth': {
      access,
      answer({ params }: Call) {
        const opened = openSession(desk.emulator, params);
        return typeof opened === 'string' ? errorPage(opened) : show(desk, desk.sessions.put(opened));
      },
    },
    'GET root/dialog/oauth/*': {
      access,
      answer: (call: Call) => withSession(desk, call, (session) => show(desk, session)),
    },
    'POST root/dialog/oauth/*': {
      access,
      answer: (call: Call) => withSession(desk, call, (session) => takeStep(desk, session, call.params)),
    },
  };
}

function withSession({ sessions }: Desk, { rest }: Call, answer: (session: Session) => Reply): Reply {
  const session = sessions.get(rest[0] ?? '');
  return session ? answer(session) : errorPage('This session is over. Close the window and start again.');
}

function takeStep(desk: Desk, session: Session, typed: Record<string, unknown>): Reply {
  const { sessions } = desk;
  if (session.code !== undefined) return show(desk, session);
  const way = text(typed, 'way');
  if (way === 'cancel') return leave(desk, session);
  if (way === 'back' && session.trail.length > 1)
    return show(desk, sessions.change(session.id, { trail: session.trail.slice(0, -1) }));
  try {
    const { known, next } = stepPages[stepOf(session)].take({ ...desk, session, typed });
    if (next === null) return finishSession(desk, session);
    return show(desk, sessions.change(session.id, { ...known, trail: [...session.trail, next] }));
  } catch (error) {
    if (error instanceof GraphError) return show(desk, session, { typed, error: sentenceOf(error) });
    throw error;
  }
}

function finishSession(desk: Desk, session: Session): Reply {
  const { emulator, accounts, businessApp, sessions, listeners } = desk;
  const { code, onboarded } = finish(emulator, accounts, businessApp, session);
  const finished = sessions.change(session.id, { code });
  for (const listener of listeners) listener(onboarded);
  return show(desk, finished);
}

/** Without an opener the dialog leads back to the address that it was given. */
function leave({ sessions }: Desk, session: Session): Reply {
  sessions.delete(session.id);
  if (session.redirectUri !== undefined && session.origin === undefined)
    return redirect(session, {
      error: 'access_denied',
      error_code: '200',
      error_description: 'Permissions error',
      error_reason: 'user_denied',
    });
  const body = html`<p>You can close this window.</p>`;
  const news = { target: session.origin };
  return pageReply({ title: 'Nothing was shared', news, body });
}

function redirect({ redirectUri = '', state }: Session, answer: Record<string, string>): Reply {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...answer, ...(state !== undefined && { state }) }))
    address.searchParams.set(name, value);
  return new Reply(new Uint8Array(), { status: 302, headers: { location: address.href } });
}

function show(
  desk: Desk,
  session: Session,
  { typed = {}, error }: { typed?: Record<string, unknown>; error?: string } = {},
): Reply {
  if (session.code !== undefined) return showEnd(session, session.code);
  const page = stepPages[stepOf(session)];
  const now = desk.emulator.world.clock.now();
  return pageReply({
    title: page.title,
    news: { target: session.origin, ...cancelEvents(session, now, error) },
    body: formOf({
      action: `/dialog/oauth/${session.id}`,
      fields: page.fields({ ...desk, session, typed }),
      submit: page.submit,
      error,
      canGoBack: session.trail.length > 1,
    }),
  });
}

function showEnd(session: Session, code: string): Reply {
  if (session.origin === undefined && session.redirectUri !== undefined) return redirect(session, { code });
  const news = { target: session.origin, finished: finishEvent(session), code };
  const body = html`
    <p>Your account is connected. You can go back to the app.</p>
    <div class="ways"><button type="button" data-close autofocus>Finish</button></div>
  `;
  return pageReply({ title: 'All set', news, body });
}

function sentenceOf({ code, refusal: { details, userMessage } }: GraphError): string {
  const said = userMessage ?? details ?? 'Something went wrong.';
  return /^(?:Param|The parameter) /.test(said)
    ? `Please check what you entered. (${said})`
    : `${said} (${code})`;
}
