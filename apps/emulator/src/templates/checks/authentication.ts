import type { OtpButton, SupportedApp, TemplateComponent } from '@trikon/whatsapp';
import { authenticationTexts } from '../authentication-texts.ts';
import {
  readBoolean,
  readInteger,
  readList,
  readObject,
  readOptionalText,
  readText,
  readWord,
} from './reading.ts';
import type { Fields } from './reading.ts';
import { checkLength, refuseContent, refuseMissing, refuseTemplate } from './refusals.ts';

const title = 'Authentication template format is incorrect';

/** Texts are Meta's own; the business chooses only what they mention (Meta, 'Authentication templates'). */
export function readAuthentication(components: Fields[], language: string): TemplateComponent[] {
  const parts = new Map(
    components.map((given) => [readWord(given.type, ['BODY', 'FOOTER', 'BUTTONS'], 'type'), given]),
  );
  if (parts.size !== components.length) refuseContent(title, 'Each component can be used only once.');
  const buttons = parts.get('BUTTONS') ?? refuseMissing('BUTTONS', 'buttons');
  return [
    readAuthenticationBody(parts.get('BODY') ?? refuseMissing('BODY', 'type'), language),
    ...readExpiry(parts.get('FOOTER'), language),
    { type: 'BUTTONS', buttons: [readOtp(buttons, language)] },
  ];
}

function readAuthenticationBody(given: Fields, language: string): TemplateComponent {
  refuseOwnText(given, 'body');
  const advise = given.add_security_recommendation;
  const add_security_recommendation =
    advise === undefined ? false : readBoolean(advise, 'add_security_recommendation');
  const texts = authenticationTexts(language);
  return {
    type: 'BODY',
    text: add_security_recommendation ? `${texts.code} ${texts.advice}` : texts.code,
    add_security_recommendation,
    example: { body_text: [['123456']] },
  };
}

function readExpiry(given: Fields | undefined, language: string): TemplateComponent[] {
  if (given === undefined || given.code_expiration_minutes === undefined) {
    if (given) refuseOwnText(given, 'footer');
    return [];
  }
  refuseOwnText(given, 'footer');
  const minutes = readInteger(given.code_expiration_minutes, 'code_expiration_minutes');
  if (minutes < 1 || minutes > 90) {
    refuseContent(title, 'code_expiration_minutes has to be between 1 and 90.');
  }
  return [
    { type: 'FOOTER', text: authenticationTexts(language).expiry(minutes), code_expiration_minutes: minutes },
  ];
}

function refuseOwnText(given: Fields, component: string): void {
  if (given.text !== undefined) {
    refuseContent(
      title,
      `The ${component} text of an authentication template is preset and cannot be given.`,
    );
  }
}

function readOtp(given: Fields, language: string): OtpButton {
  const [first, ...others] = readList(given.buttons ?? refuseMissing('BUTTONS', 'buttons'), 'buttons');
  if (first === undefined || others.length > 0) {
    refuseContent(title, 'An authentication template has exactly one button.');
  }
  const button = readObject(first, 'buttons[0]');
  readWord(button.type ?? refuseMissing('BUTTONS', 'type'), ['OTP'], 'type');
  const otp_type = readWord(
    button.otp_type ?? refuseMissing('BUTTONS', 'otp_type'),
    ['COPY_CODE', 'ONE_TAP', 'ZERO_TAP'],
    'otp_type',
  );
  const texts = authenticationTexts(language);
  const text = checkLength(readOptionalText(button.text, 'text') ?? texts.copy, 25, 'button text');
  if (otp_type === 'COPY_CODE') return { type: 'OTP', otp_type, text };
  const autofill = readOptionalText(button.autofill_text, 'autofill_text') ?? texts.autofill;
  return {
    type: 'OTP',
    otp_type,
    text,
    autofill_text: checkLength(autofill, 25, 'autofill text'),
    ...(otp_type === 'ZERO_TAP' && readTerms(button)),
    supported_apps: readApps(button),
  };
}

function readTerms(button: Fields) {
  const accepted = button.zero_tap_terms_accepted;
  if (accepted === undefined) refuseMissing('BUTTONS', 'zero_tap_terms_accepted');
  if (!readBoolean(accepted, 'zero_tap_terms_accepted')) {
    refuseContent(title, 'Zero-tap templates need zero_tap_terms_accepted to be true.');
  }
  return { zero_tap_terms_accepted: true };
}

/** One app may also be named beside the button itself, the form of the time before `supported_apps`. */
function readApps(button: Fields): SupportedApp[] {
  const single = button.package_name !== undefined && [button];
  const list = readList(
    button.supported_apps ?? (single || refuseMissing('BUTTONS', 'supported_apps')),
    'supported_apps',
  );
  if (list.length < 1 || list.length > 5) refuseContent(title, 'supported_apps takes between 1 and 5 apps.');
  return list.map((app, at) => readApp(readObject(app, `supported_apps[${at}]`)));
}

function readApp(given: Fields): SupportedApp {
  const package_name = readText(
    given.package_name ?? refuseMissing('BUTTONS', 'package_name'),
    'package_name',
  );
  const signature_hash = readText(
    given.signature_hash ?? refuseMissing('BUTTONS', 'signature_hash'),
    'signature_hash',
  );
  checkLength(package_name, 224, 'package name');
  if (!/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(package_name)) {
    refuseTemplate(
      'buttonFormat',
      `The package name "${package_name}" needs at least two parts, such as com.example.`,
    );
  }
  if (!/^[A-Za-z0-9+/=]{11}$/.test(signature_hash)) {
    refuseTemplate('buttonFormat', 'The signature hash has to have exactly 11 characters.');
  }
  return { package_name, signature_hash };
}
