import { displayNumber } from '../accounts/numbers/display-number.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { choice, type Params, requiredChoice, requiredText, text } from '../accounts/reading.ts';
import { numbersIn } from '../accounts/wabas/numbers-of-waba.ts';
import type { BusinessNumber, Waba } from '../directory/records.ts';
import type { Emulator } from '../emulator.ts';
import { refuse } from '../graph/errors.ts';
import { type BusinessAppDesk, partnerOf, takeAppNumber } from './business-app.ts';
import { html, type Markup } from './html.ts';
import { makeBusiness, makeWaba } from './making.ts';
import { field, type Option, radios } from './page.ts';
import type { Session, Step } from './session.ts';

interface Stage {
  emulator: Emulator;
  accounts: Accounts;
  businessApp: BusinessAppDesk;
  session: Session;
  /** What was typed, when the page comes again with an error. */
  typed: Params;
}

interface StepPage {
  title: string;
  submit: string;
  fields(stage: Stage): Markup;
  /** Takes what was typed; gives what is known now, and the next step, or null when all is done. */
  take(stage: Stage): { known: Partial<Session>; next: Step | null };
}

const anew = 'new';
const later = 'later';

const typedText = ({ typed }: Stage, name: string): string | undefined => {
  const value = typed[name];
  return typeof value === 'string' ? value : undefined;
};

const business: StepPage = {
  title: 'Choose your business portfolio',
  submit: 'Next',
  fields(stage) {
    const { emulator, session } = stage;
    const own = emulator.directory.apps.get(session.appId)?.businessId;
    const options: Option[] = [
      ...emulator.directory.businesses
        .filter(({ id }) => id !== own)
        .map(({ id, name }) => ({ value: id, label: name })),
      { value: anew, label: 'Create a business portfolio' },
    ];
    return html`
      ${radios('business', 'Business portfolio', options, typedText(stage, 'business') ?? session.businessId)}
      ${field({
        name: 'business_name',
        label: 'Name of the new portfolio',
        value: typedText(stage, 'business_name') ?? session.suggested.businessName,
        autocomplete: 'organization',
        required: false,
      })}
    `;
  },
  take({ emulator, session, typed }) {
    const chosen = requiredText(typed, 'business');
    const businessId =
      chosen === anew
        ? makeBusiness(emulator, requiredName(typed, 'business_name')).id
        : existing(emulator, chosen);
    return {
      known: { businessId, wabaId: undefined, numberId: undefined },
      next: session.businessApp ? 'PHONE_NUMBER_SETUP' : 'WABA_PHONE_PROFILE_PICKER',
    };
  },
};

function existing({ directory: { businesses } }: Emulator, id: string): string {
  return businesses.get(id)?.id ?? refuse(100, 'This business portfolio is not there any more.');
}

function requiredName(typed: Params, name: string): string {
  return requiredText({ name: text(typed, name)?.trim() }, 'name', { min: 2, max: 75 });
}

const account: StepPage = {
  title: 'Choose your WhatsApp Business account',
  submit: 'Next',
  fields(stage) {
    const { emulator, session } = stage;
    const wabas = emulator.directory.wabasOf(session.businessId ?? '');
    const options = [
      ...wabas.flatMap((waba) => optionsOf(emulator, waba, session)),
      { value: anew, label: 'Create a WhatsApp Business account' },
    ];
    return radios('account', 'Account and phone number', options, typedText(stage, 'account'));
  },
  take({ emulator, session, typed }) {
    const [wabaId = '', numberId = anew] = requiredText(typed, 'account').split(' ');
    if (wabaId === anew)
      return { known: { wabaId: undefined, numberId: undefined }, next: 'WHATSAPP_BUSINESS_PROFILE_SETUP' };
    if (emulator.directory.wabas.get(wabaId)?.businessId !== session.businessId)
      refuse(100, 'This account is not there any more.');
    if (numberId === anew) return { known: { wabaId, numberId: undefined }, next: 'PHONE_NUMBER_SETUP' };
    if (numberId === later) return { known: { wabaId, numberId: undefined }, next: 'PERMISSIONS' };
    const number = emulator.directory.numbers.get(numberId);
    if (number?.wabaId !== wabaId) refuse(100, 'This phone number is not there any more.');
    const isProven = number.codeStatus === 'VERIFIED';
    return { known: { wabaId, numberId }, next: isProven ? 'PERMISSIONS' : 'PHONE_NUMBER_SETUP' };
  },
};

function optionsOf({ directory }: Emulator, waba: Waba, { onlyAccount }: Session): Option[] {
  return [
    ...numbersIn(directory, waba)
      .filter(({ onBusinessApp }) => !onBusinessApp)
      .map(({ id, phone, verifiedName }) => ({
        value: `${waba.id} ${id}`,
        label: `${waba.name}: ${displayNumber(phone)}`,
        hint: verifiedName,
      })),
    { value: `${waba.id} ${anew}`, label: `${waba.name}: add a phone number` },
    ...(onlyAccount
      ? [{ value: `${waba.id} ${later}`, label: `${waba.name}: share without a phone number` }]
      : []),
  ];
}

const profile: StepPage = {
  title: 'Create your WhatsApp Business account',
  submit: 'Next',
  fields: (stage) => html`
    ${field({
      name: 'account_name',
      label: 'Name of the account',
      value: typedText(stage, 'account_name') ?? stage.session.suggested.displayName,
      autocomplete: 'organization',
    })}
    ${
      stage.session.onlyAccount &&
      radios(
        'number',
        'Phone number',
        [
          { value: anew, label: 'Add a phone number now' },
          { value: later, label: 'Share the account without a phone number' },
        ],
        typedText(stage, 'number'),
      )
    }
  `,
  take({ emulator, session, typed }) {
    const isLater = choice(typed, 'number', [anew, later]) === later;
    const { id } = makeWaba(emulator, session.businessId ?? '', requiredName(typed, 'account_name'));
    return {
      known: { wabaId: id, numberId: undefined },
      next: isLater && session.onlyAccount ? 'PERMISSIONS' : 'PHONE_NUMBER_SETUP',
    };
  },
};

const number: StepPage = {
  title: 'Enter your phone number',
  submit: 'Send the code',
  fields(stage) {
    const { emulator, session } = stage;
    const known = emulator.directory.numbers.get(session.numberId ?? '');
    const hint = session.businessApp
      ? 'The number that is in your WhatsApp Business app. It stays there.'
      : 'With its country code. It must not be in use with WhatsApp.';
    const value = typedText(stage, 'phone') ?? (known ? displayNumber(known.phone) : '+91 ');
    const name = typedText(stage, 'display_name') ?? known?.verifiedName ?? session.suggested.displayName;
    return html`
      ${field({ name: 'phone', label: 'Phone number', type: 'tel', autocomplete: 'tel', value, hint })}
      ${field({ name: 'display_name', label: 'Display name', value: name, autocomplete: 'organization' })}
      ${radios(
        'method',
        'How shall we send the code?',
        [
          { value: 'SMS', label: 'Text message' },
          { value: 'VOICE', label: 'Phone call' },
        ],
        typedText(stage, 'method'),
      )}
    `;
  },
  take(stage) {
    const { emulator, accounts, session, typed } = stage;
    const method = requiredChoice(typed, 'method', ['SMS', 'VOICE']);
    const phone = requiredText(typed, 'phone').replaceAll(/[\s()+-]/g, '');
    if (!/^[1-9]\d{6,14}$/.test(phone)) refuse(100, 'Enter the phone number with its country code.');
    const { id, wabaId } = numberFor(stage, phone);
    const asked = session.businessApp && stage.businessApp.ask(id, partnerOf(emulator, session));
    const known = { wabaId, numberId: id, asked };
    const number = emulator.directory.numbers.get(id);
    if (!asked && number && number.codeStatus !== 'VERIFIED') accounts.ownership.request(number, method);
    return { known, next: 'PHONE_NUMBER_VERIFICATION' };
  },
};

/** The number that was typed: one that the app knows, the one of this session, or a new one in the chosen account. */
function numberFor({ emulator, accounts, session, typed }: Stage, phone: string): BusinessNumber {
  const { numbers, wabas } = emulator.directory;
  const { businessId = '' } = session;
  const verifiedName = requiredName(typed, 'display_name');
  const before = numbers.get(session.numberId ?? '');
  if (before?.phone === phone) return before;
  const found = session.businessApp ? takeAppNumber(emulator, phone, businessId) : null;
  if (found) return found;
  const waba = wabas.get(session.wabaId ?? '') ?? makeWaba(emulator, businessId, verifiedName);
  return accounts.addNumber(waba, { phone, verifiedName });
}

const verification: StepPage = {
  title: 'Verify your phone number',
  submit: 'Next',
  fields: ({ emulator, session }) => {
    const found = emulator.directory.numbers.get(session.numberId ?? '');
    const shown = displayNumber(found?.phone ?? '');
    if (session.asked)
      return html`<p>
        Open the WhatsApp Business app of ${shown}, tap Connect, and choose whether to share your chats. Then
        come back.
      </p>`;
    return html`
      <p>We sent a code to ${shown}.</p>
      <p class="hint">The phone of this world shows: <output>${found?.ownership?.code}</output></p>
      ${field({ name: 'code', label: 'Six-digit code', autocomplete: 'one-time-code' })}
      ${
        session.businessApp &&
        html`<label class="option">
          <input type="checkbox" name="history" value="yes" checked />
          <span>Share the chats of the last six months <small>This can only be chosen now.</small></span>
        </label>`
      }
    `;
  },
  take({ emulator, accounts, businessApp, session, typed }) {
    const found = emulator.directory.numbers.get(session.numberId ?? '');
    if (!found) refuse(100, 'This phone number is not there any more.');
    if (session.asked) {
      const consent =
        businessApp.consent(found.id) ??
        refuse(100, 'Nobody has tapped Connect in the WhatsApp Business app yet.');
      return { known: consent, next: 'PERMISSIONS' };
    }
    accounts.ownership.verify(found, requiredText(typed, 'code').replaceAll(/\D/g, ''));
    return { known: { sharesHistory: typed.history === 'yes' }, next: 'PERMISSIONS' };
  },
};

const permissions: StepPage = {
  title: 'Review what you share',
  submit: 'Confirm',
  fields({ emulator, session }) {
    const { apps, businesses, wabas, numbers } = emulator.directory;
    const found = numbers.get(session.numberId ?? '');
    return html`
      <p>${apps.get(session.appId)?.name} will be able to:</p>
      <ul>
        <li>
          manage the account ${wabas.get(session.wabaId ?? '')?.name} of
          ${businesses.get(session.businessId ?? '')?.name}
        </li>
        ${found && html`<li>send and receive messages as ${displayNumber(found.phone)}</li>`}
      </ul>
    `;
  },
  take: () => ({ known: {}, next: null }),
};

export const stepPages: Record<Step, StepPage> = {
  BUSINESS_ACCOUNT_SELECTION: business,
  WABA_PHONE_PROFILE_PICKER: account,
  WHATSAPP_BUSINESS_PROFILE_SETUP: profile,
  PHONE_NUMBER_SETUP: number,
  PHONE_NUMBER_VERIFICATION: verification,
  PERMISSIONS: permissions,
};
