import type { TemplateButtonDraft } from '../template-content.ts';
import { fixedLabels, mostButtons, templateLimits } from './facts.ts';
import { problem, tooLong, when, type TemplateProblem } from './problem.ts';
import { isPlain, missingText } from './texts.ts';

/** `field` is the path of the list. OTP buttons belong to authentication and have rules of their own. */
export function buttonProblems(
  field: string,
  buttons: readonly TemplateButtonDraft[],
  most: number = templateLimits.buttons,
): TemplateProblem[] {
  return [
    ...when(buttons.length === 0, () => problem(field, 'missing', 'There is no button yet.')),
    ...when(buttons.length > most, () =>
      problem(field, 'too_many', `There can be at most ${most} buttons here.`),
    ),
    ...countProblems(field, buttons),
    ...orderProblems(field, buttons),
    ...buttons.flatMap((button, at) => [
      ...labelProblems(`${field}.${at}.text`, button),
      ...targetProblems(`${field}.${at}`, button),
    ]),
  ];
}

function countProblems(field: string, buttons: readonly TemplateButtonDraft[]): TemplateProblem[] {
  const counts = Map.groupBy(buttons, ({ type }) => type);
  return [...counts].flatMap(([type, { length }]) => {
    const most = mostButtons[type] ?? 1;
    return when(length > most, () =>
      problem(field, 'too_many', `There can be at most ${most} of the kind ${type}.`),
    );
  });
}

/** Quick replies stand together, before or after all others. */
function orderProblems(field: string, buttons: readonly TemplateButtonDraft[]): TemplateProblem[] {
  const quick = buttons.map(({ type }) => type === 'QUICK_REPLY');
  const [first, last] = [quick.indexOf(true), quick.lastIndexOf(true)];
  if (first < 0) return [];
  const isTogether = quick.slice(first, last + 1).every(Boolean);
  return when(!isTogether || (first > 0 && last < buttons.length - 1), () =>
    problem(field, 'wrong_order', 'Quick replies stand together, before or after all other buttons.'),
  );
}

function labelProblems(field: string, button: TemplateButtonDraft): TemplateProblem[] {
  if (button.type === 'OTP')
    return [problem(field, 'not_allowed', 'A button for one-time codes is only for authentication.')];
  if (button.type in fixedLabels) {
    const allowed: readonly string[] = fixedLabels[button.type as keyof typeof fixedLabels];
    return when(!allowed.includes(button.text), () =>
      problem(field, 'wrong_label', `WhatsApp prescribes the label: “${allowed.join('” or “')}”.`),
    );
  }
  const most = button.type === 'VOICE_CALL' ? templateLimits.callLabel : templateLimits.label;
  return [
    ...missingText(field, button.text, 'the label of the button'),
    ...tooLong(field, button.text, { most, what: 'the label of this button' }),
    ...when(!isPlain(button.text) || button.text.includes('{{'), () =>
      problem(field, 'not_plain', 'A label has no variables, emoji, line breaks, bold or italics.'),
    ),
  ];
}

function targetProblems(field: string, button: TemplateButtonDraft): TemplateProblem[] {
  if (button.type === 'URL') return addressProblems(`${field}.url`, button.url);
  if (button.type === 'PHONE_NUMBER') {
    const phone = button.phone_number;
    return [
      ...when(!/^\+?[\d\s()-]{3,}$/.test(phone), () =>
        problem(
          `${field}.phone_number`,
          'wrong_phone',
          'A phone number has its country code and digits, such as +912612345678.',
        ),
      ),
      ...tooLong(`${field}.phone_number`, phone, { most: templateLimits.phone, what: 'a phone number' }),
    ];
  }
  if (button.type === 'FLOW')
    return when(!/^\d+$/.test(button.flow_id ?? ''), () =>
      problem(`${field}.flow_id`, 'missing', 'Choose the form that this button opens.'),
    );
  if (button.type === 'VOICE_CALL' && button.ttl_minutes !== undefined)
    return when(button.ttl_minutes < 1440 || button.ttl_minutes > 43_200, () =>
      problem(
        `${field}.ttl_minutes`,
        'wrong_number',
        'The call button works between 1,440 and 43,200 minutes: 1 to 30 days.',
      ),
    );
  return [];
}

function addressProblems(field: string, url: string): TemplateProblem[] {
  const isAddress = /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(url) && URL.canParse(url.replaceAll('{{1}}', '1'));
  const variables = url.match(/\{\{/g)?.length ?? 0;
  return [
    ...tooLong(field, url, { most: templateLimits.address, what: 'an address' }),
    ...when(!isAddress, () =>
      problem(field, 'wrong_address', 'This is not a web address that begins with https://'),
    ),
    ...when(variables > 0 && (variables > 1 || !url.endsWith('{{1}}')), () =>
      problem(
        field,
        'variable_order',
        'An address can have one variable, written {{1}}, and only at its end.',
      ),
    ),
  ];
}
