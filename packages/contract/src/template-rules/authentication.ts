import type { TemplateButtonDraft, TemplateContent } from '../template-content.ts';
import { templateLimits } from './facts.ts';
import { problem, tooLong, when, type TemplateProblem } from './problem.ts';

type Otp = Extract<TemplateButtonDraft, { type: 'OTP' }>;

/** Words are WhatsApp’s own; the business chooses only what they mention (Meta, 'Authentication templates'). */
export function authenticationProblems({ components }: TemplateContent): TemplateProblem[] {
  const otherAt = components.findIndex(({ type }) => !['BODY', 'FOOTER', 'BUTTONS'].includes(type));
  const buttonsAt = components.findIndex(({ type }) => type === 'BUTTONS');
  const buttons = components[buttonsAt];
  const [only, ...others] = buttons?.type === 'BUTTONS' ? buttons.buttons : [];
  const field = buttonsAt < 0 ? 'components' : `components.${buttonsAt}.buttons`;
  return [
    ...when(otherAt >= 0, () =>
      problem(
        `components.${otherAt}`,
        'not_allowed',
        'An authentication template has a code, its validity and one button, and nothing else.',
      ),
    ),
    ...components.flatMap((component, at) =>
      component.type === 'FOOTER'
        ? expiryProblems(`components.${at}`, component.code_expiration_minutes)
        : [],
    ),
    ...(only?.type === 'OTP' && others.length === 0
      ? otpProblems(`${field}.0`, only)
      : [problem(field, 'missing', 'An authentication template has exactly one button, for the code.')]),
  ];
}

const expiryProblems = (field: string, minutes: number | undefined): TemplateProblem[] =>
  when(minutes === undefined || minutes < 1 || minutes > 90, () =>
    problem(`${field}.code_expiration_minutes`, 'wrong_number', 'A code is valid for 1 to 90 minutes.'),
  );

function otpProblems(field: string, button: Otp): TemplateProblem[] {
  const { text = '', autofill_text: autofill = '', supported_apps: apps = [] } = button;
  const labels = [
    ...tooLong(`${field}.text`, text, { most: templateLimits.label, what: 'the label of a button' }),
    ...tooLong(`${field}.autofill_text`, autofill, {
      most: templateLimits.label,
      what: 'the label of a button',
    }),
  ];
  if (button.otp_type === 'COPY_CODE') return labels;
  return [
    ...labels,
    ...when(apps.length < 1 || apps.length > 5, () =>
      problem(`${field}.supported_apps`, 'wrong_number', 'Name one to five apps that take the code.'),
    ),
    ...apps.flatMap((app, at) => appProblems(`${field}.supported_apps.${at}`, app)),
    ...when(button.otp_type === 'ZERO_TAP' && button.zero_tap_terms_accepted !== true, () =>
      problem(
        `${field}.zero_tap_terms_accepted`,
        'terms',
        'WhatsApp’s terms of codes that fill themselves in have to be accepted.',
      ),
    ),
  ];
}

const appProblems = (
  field: string,
  app: { package_name: string; signature_hash: string },
): TemplateProblem[] => [
  ...when(!/^[A-Za-z]\w*(\.[A-Za-z]\w*)+$/.test(app.package_name) || app.package_name.length > 224, () =>
    problem(
      `${field}.package_name`,
      'wrong_app',
      'A package name has at least two parts, such as in.surat.sarees.',
    ),
  ),
  ...when(!/^[A-Za-z0-9+/=]{11}$/.test(app.signature_hash), () =>
    problem(`${field}.signature_hash`, 'wrong_app', 'A signature hash has exactly 11 characters.'),
  ),
];
