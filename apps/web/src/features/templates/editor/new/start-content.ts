import type { TemplateContent } from '@trikon/contract';
import type { Category } from '../queries.ts';

/** What a new template begins with. A one-time code is complete at once: its words are WhatsApp’s. */
export function startContent(category: Category): TemplateContent {
  return {
    parameterFormat: category === 'AUTHENTICATION' ? 'POSITIONAL' : 'NAMED',
    components:
      category === 'AUTHENTICATION'
        ? [
            { type: 'BODY', text: '', add_security_recommendation: true },
            { type: 'FOOTER', text: '', code_expiration_minutes: 10 },
            { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
          ]
        : [{ type: 'BODY', text: '' }],
    variables: {},
    media: {},
    messageTtlSeconds: null,
    disclosure: null,
    foreign: [],
  };
}
