import type { TemplateComponent } from '@trikon/whatsapp';
import type { Templates } from '../templates/templates.ts';
import type { Template } from '../templates/template.ts';

type Sample = Pick<Template, 'name' | 'language' | 'category' | 'components'> & { ttlSeconds?: number };

/** Approved templates that every new account has: Meta's own greeting, and what a shop and a clinic send. */
export function makeSampleTemplates(templates: Templates, wabaId: string): void {
  const { world } = templates.emulator;
  const now = world.clock.now();
  for (const sample of samples) {
    templates.all.put({
      ...sample,
      id: world.ids.next(),
      wabaId,
      parameterFormat: 'POSITIONAL',
      status: 'APPROVED',
      rejectedReason: 'NONE',
      quality: 'GREEN',
      qualitySince: now,
      // Old enough for everything that new templates have to wait for.
      createdAt: now - 30 * 24 * 3_600_000,
      edits: [],
      review: 1,
      pauses: 0,
    });
  }
}

const body = (text: string, ...example: string[]): TemplateComponent => ({
  type: 'BODY',
  text,
  ...(example.length > 0 && { example: { body_text: [example] } }),
});

const samples: Sample[] = [
  {
    name: 'hello_world',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Hello World' },
      body(
        'Welcome and congratulations!! This message demonstrates your ability to send a WhatsApp message notification from the Cloud API, hosted by Meta. Thank you for taking the time to test with us.',
      ),
      { type: 'FOOTER', text: 'WhatsApp Business Platform sample message' },
    ],
  },
  {
    name: 'order_confirmation',
    language: 'en',
    category: 'UTILITY',
    components: [
      body(
        'Thank you, {{1}}! Your order {{2}} is confirmed. We will tell you as soon as it is on its way.',
        'Asha',
        'SS-10482',
      ),
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'URL',
            text: 'Track order',
            url: 'https://surat-silks.example/track/{{1}}',
            example: ['SS-10482'],
          },
          { type: 'QUICK_REPLY', text: 'Talk to us' },
        ],
      },
    ],
  },
  {
    name: 'order_confirmation',
    language: 'hi',
    category: 'UTILITY',
    components: [
      body('धन्यवाद {{1}} जी! आपका ऑर्डर {{2}} पक्का हो गया है। भेजते ही हम आपको बताएँगे।', 'आशा', 'SS-10482'),
    ],
  },
  {
    name: 'appointment_reminder',
    language: 'en',
    category: 'UTILITY',
    components: [
      body(
        'Namaste {{1}}, this is a reminder of your appointment on {{2}} at {{3}}.',
        'Asha',
        '12 December',
        '5:30 pm',
      ),
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Confirm' },
          { type: 'QUICK_REPLY', text: 'Reschedule' },
        ],
      },
    ],
  },
  {
    name: 'festive_offer',
    language: 'en',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Diwali at our shop' },
      body(
        'Namaste {{1}}! Our festive collection is here. Use the code {{2}} for 10% off until Sunday.',
        'Asha',
        'DIWALI10',
      ),
      { type: 'FOOTER', text: 'Reply STOP to opt out' },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Show me' },
          { type: 'QUICK_REPLY', text: 'Stop promotions' },
        ],
      },
    ],
  },
  {
    name: 'login_code',
    language: 'en',
    category: 'AUTHENTICATION',
    ttlSeconds: 600,
    components: [
      {
        type: 'BODY',
        text: '*{{1}}* is your verification code. For your security, do not share this code.',
        add_security_recommendation: true,
      },
      { type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
    ],
  },
];
