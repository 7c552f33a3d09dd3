import { link, otp, reply } from '../template.ts';
import type { Examples } from './words.ts';

const sold = { category: 'MARKETING' as const };
const buttonTo = (url: string) => ({ body: 'Your order is here.', buttons: [link(url)] });
const soldWith = (url: string) => ({ ...sold, body: 'New sarees.', buttons: [link(url, 'See them')] });
const home = { facts: { domains: ['sharmasarees.in'] } };
const loan = {
  facts: { disclosures: { en: 'Loans by Asha Finance Ltd., NBFC.', hi: 'ऋण आशा फ़ाइनेंस लि., NBFC द्वारा।' } },
};
const orderSent = 'Hi {{1}}, your order {{2}} has been sent.';
const others = {
  facts: { others: [{ name: 'order_gone_en_v1', body: 'Your order has been sent.', footer: 'Sharma' }] },
};

/** Rules about links, style, language and names. */
export const styleExamples: Record<string, Examples> = {
  link_shortened: {
    hits: [
      buttonTo('https://bit.ly/3xYz'),
      buttonTo('http://www.tinyurl.com/abc'),
      'Your order has shipped, follow it at bit.ly/3xYz today.',
      'Follow it at https://t.co/abc today.',
      buttonTo('https://cutt.ly/{{1}}'),
      { body: 'देखें rb.gy/abc अभी', language: 'hi' },
    ],
    clean: [
      buttonTo('https://orbit.lyrics.example/t'),
      buttonTo('https://sharmasarees.in/bit.ly'),
      'Your order has shipped.',
      'Dr.Rao sees you at 5.',
      buttonTo('https://shop.sharmasarees.in/{{1}}'),
      'Pay Rs.500 at the counter.',
    ],
  },
  link_to_whatsapp: {
    hits: [
      buttonTo('https://wa.me/919876543210'),
      buttonTo('https://api.whatsapp.com/send?phone=91'),
      'Write to us at wa.me/919876543210 today.',
      buttonTo('https://chat.whatsapp.com/abc'),
      buttonTo('https://www.whatsapp.com/catalog/1'),
      buttonTo('https://wa.link/abc'),
    ],
    clean: [
      buttonTo('https://sharmasarees.in/wa.me'),
      buttonTo('https://notwhatsapp.example'),
      'Write to us on WhatsApp.',
      'Your order has shipped.',
      buttonTo('https://sharmasarees.in'),
      buttonTo('https://mywa.media'),
    ],
  },
  link_unsafe: {
    hits: [
      buttonTo('http://sharmasarees.in/t'),
      buttonTo('https://103.21.58.4/login'),
      buttonTo('https://hdfcbank.com@evil.example/login'),
      buttonTo('https://xn--pytm-63d.com/'),
      'See http://sharmasarees.in for your order.',
      buttonTo('https://[::1]/x'),
    ],
    clean: [
      buttonTo('https://sharmasarees.in/t'),
      buttonTo('https://sharmasarees.in/mail?to=a@b.example'),
      'Your order has shipped.',
      buttonTo('https://sharmasarees.in/10.0.0.1'),
      'Write to care@sharmasarees.in with questions.',
      buttonTo('https://sharmasarees.in/{{1}}'),
    ],
  },
  link_foreign: {
    hits: [
      { ...buttonTo('https://amazon.in/x'), ...home },
      { ...buttonTo('https://sharmasarees.in.evil.example'), ...home },
      { ...buttonTo('https://fakesharmasarees.in'), ...home },
      { body: 'See youtube.com/sharma for the order.', ...home },
      { ...buttonTo('https://forms.example/1'), ...home },
      { ...buttonTo('https://delhivery.com/t/{{1}}'), ...home },
    ],
    clean: [
      { ...buttonTo('https://sharmasarees.in/x'), ...home },
      { ...buttonTo('https://shop.sharmasarees.in/x'), ...home },
      buttonTo('https://amazon.in/x'),
      { body: 'Your order has shipped.', ...home },
      { ...buttonTo('https://SHARMASAREES.in'), ...home },
      { body: 'See sharmasarees.in/new for the order.', ...home },
    ],
  },
  link_untracked: {
    hits: [
      soldWith('https://sharmasarees.in/new'),
      soldWith('https://sharmasarees.in/new?size=m'),
      soldWith('https://sharmasarees.in/new?id={{1}}'),
      soldWith('https://sharmasarees.in/{{1}}'),
      { ...sold, body: 'See https://sharmasarees.in/new today.' },
      soldWith('https://sharmasarees.in/#top'),
    ],
    clean: [
      soldWith('https://sharmasarees.in/?utm_source=whatsapp&utm_campaign=diwali'),
      soldWith('https://sharmasarees.in/?a=1&utm_source=whatsapp'),
      buttonTo('https://sharmasarees.in/new'),
      { ...sold, body: 'New sarees.' },
      { ...sold, body: 'New sarees.', buttons: [reply('Show me')] },
      soldWith('https://sharmasarees.in/?utm_source=whatsapp&id={{1}}'),
    ],
  },
  opt_out_missing: {
    hits: [
      { ...sold, body: 'New sarees are here.' },
      { ...sold, body: 'नई साड़ियाँ आ गई हैं।', language: 'hi' },
      { ...sold, body: 'New sarees.', footer: 'Sharma Sarees, Pune' },
      { ...sold, body: 'New sarees.', buttons: [reply('Show me')] },
      { ...sold, body: 'புதிய புடவைகள் வந்துள்ளன.', language: 'ta' },
      { ...sold, body: 'Sale until Sunday.', offer: 'Ends soon' },
    ],
    clean: [
      { ...sold, body: 'New sarees.', buttons: [reply('Stop offers')] },
      { ...sold, body: 'New sarees.', footer: 'Reply STOP to opt out' },
      { ...sold, body: 'नई साड़ियाँ।', footer: 'बंद करने के लिए STOP लिखें', language: 'hi' },
      { ...sold, body: 'New sarees.', buttons: [reply('Not interested')] },
      'Your order has shipped.',
      { ...sold, body: 'புதிய புடவைகள்.', footer: 'நிறுத்த STOP', language: 'ta' },
      { ...sold, body: 'Nayi sarees.', buttons: [reply('Band karein')], language: 'hi' },
    ],
  },
  currency_format: {
    hits: [
      'Your bill is Rs. 1250 this month.',
      'Your bill is ₹100000 this month.',
      'Your bill is ₹1,000,000 this month.',
      'Your bill is $25 this month.',
      'Pay INR 500 by Monday.',
      { body: 'बिल 1250 ₹ का है।', language: 'hi' },
      'Pay Rs 1,250/- today.',
    ],
    clean: [
      'Your bill is ₹1,250 this month.',
      'Your bill is ₹1,00,000 this month.',
      'Your bill is ₹99.50 this month.',
      { body: 'Your bill is $25.', language: 'en_US' },
      'Pay {{1}} by Monday.',
      { body: 'बिल ₹12,34,567 का है।', language: 'hi' },
      'You saved ₹500, well done.',
    ],
  },
  date_format: {
    hits: [
      'Your visit is on 2026-11-08.',
      'Your visit is on 11/08/2026.',
      'Due by 8-11-26 at the counter.',
      'Your visit is on November 8, 2026.',
      'Come at 17:30 hrs.',
      { body: 'आपकी अपॉइंटमेंट 08/11/2026 को है।', language: 'hi' },
    ],
    clean: [
      'Your visit is on 8 Nov 2026.',
      'Come at 5:30 pm.',
      { body: 'आपकी अपॉइंटमेंट 8 नवंबर को है।', language: 'hi' },
      'Your visit is on {{1}}.',
      'Helpline 1800-200-100, 24/7.',
      'Order 2026-11 has shipped.',
    ],
  },
  variant_untranslated: {
    hits: [
      { body: orderSent, language: 'hi', facts: { variants: [{ language: 'en', body: orderSent }] } },
      {
        body: orderSent.toUpperCase(),
        language: 'ta',
        facts: { variants: [{ language: 'en', body: orderSent }] },
      },
      {
        body: `${orderSent} `,
        language: 'bn',
        facts: { variants: [{ language: 'en_IN', body: orderSent }] },
      },
      {
        body: 'आपका ऑर्डर भेज दिया गया।',
        language: 'mr',
        facts: { variants: [{ language: 'hi', body: 'आपका ऑर्डर भेज दिया गया।' }] },
      },
      {
        body: 'Your order {{2}} is sent.',
        language: 'te',
        facts: { variants: [{ language: 'en', body: 'Your order {{1}} is sent!' }] },
      },
      {
        body: orderSent,
        language: 'hi',
        facts: {
          variants: [
            { language: 'ta', body: 'x' },
            { language: 'en', body: orderSent },
          ],
        },
      },
    ],
    clean: [
      { body: orderSent, language: 'en_IN', facts: { variants: [{ language: 'en', body: orderSent }] } },
      {
        body: 'आपका ऑर्डर भेज दिया गया।',
        language: 'hi',
        facts: { variants: [{ language: 'en', body: orderSent }] },
      },
      { body: orderSent, facts: { variants: [] } },
      { body: 'OK', language: 'hi', facts: { variants: [{ language: 'en', body: 'OK' }] } },
      {
        body: 'Aapka order bhej diya hai.',
        language: 'hi',
        facts: { variants: [{ language: 'en', body: orderSent }] },
      },
      { header: 'x', language: 'hi', facts: { variants: [{ language: 'en', body: orderSent }] } },
    ],
  },
  language_mismatch: {
    hits: [
      { body: 'Your order has left our warehouse and arrives tomorrow.', language: 'hi' },
      { body: 'आपका ऑर्डर भेज दिया गया है और कल पहुँचेगा', language: 'en' },
      { body: 'Your order has left our warehouse.', language: 'bn' },
      { body: 'आपका ऑर्डर भेज दिया गया है और कल पहुँचेगा', language: 'ta' },
      { body: 'உங்கள் ஆர்டர் நாளை வந்து சேரும்.', language: 'te' },
      { body: 'Your order has left our warehouse.', language: 'ur' },
    ],
    clean: [
      { body: 'Sharma Sarees: आपका ऑर्डर भेज दिया गया है और कल पहुँचेगा', language: 'hi' },
      { body: 'Aapka order bhej diya gaya hai, kal pahunch jayega.', language: 'hi' },
      { body: 'OK {{1}}', language: 'hi' },
      { body: 'Your order has left our warehouse.', language: 'en_IN' },
      { body: 'உங்கள் ஆர்டர் நாளை வந்து சேரும்.', language: 'ta' },
      { body: 'Votre commande est en route, elle arrive demain.', language: 'fr' },
      { body: 'Your code', language: 'hi', category: 'AUTHENTICATION', buttons: [otp] },
    ],
  },
  script_mixing: {
    hits: [
      'Your Pаytm order has shipped.',
      { body: 'आपकाOrder भेज दिया गया।', language: 'hi' },
      'Your οrder has shipped.',
      { body: 'आपका ऑर्डर আপনার অর্ডার भेज दिया।', language: 'hi' },
      { body: 'உங்கள் ஆர்டர் మీ ఆర్డర్ அனுப்பப்பட்டது', language: 'ta' },
      { body: 'x', header: 'Оrder sent' },
    ],
    clean: [
      'Your Paytm order has shipped.',
      { body: 'आपका Sharma Sarees ऑर्डर भेज दिया गया।', language: 'hi' },
      { body: 'आपका KYC पूरा हुआ।', language: 'hi' },
      { body: 'உங்கள் ஆர்டர் TRK-20417 வந்தது', language: 'ta' },
      'Your order has shipped.',
      { body: 'आपका ऑर्डर {{order}} आ रहा है।', language: 'hi', named: true },
    ],
  },
  hidden_characters: {
    hits: [
      'Your or\u200Bder has shipped.',
      'Your order \u202Eexe.fdp has shipped.',
      'Your\uFEFF order has shipped.',
      'Pay\u200Dtm order has shipped.',
      'Your \u2066order\u2069 has shipped.',
      'Your or\u00ADder has shipped.',
    ],
    clean: [
      'Your order has shipped.',
      { body: 'क्‍या आपका ऑर्डर आ गया?', language: 'hi' },
      { body: 'نمی‌خواهم', language: 'ur' },
      'Your family 👨‍👩‍👧 table is booked.',
      { body: 'ಆರ್ಡರ್ ಬಂದಿದೆ', language: 'kn' },
      'Two  spaces are no crime.',
    ],
  },
  disclosure_missing: {
    hits: [
      { body: 'Your loan EMI of {{1}} is due.', ...loan },
      { body: 'आपकी किस्त {{1}} बाकी है।', language: 'hi', ...loan },
      { body: 'Your loan.', footer: 'Asha Finance', ...loan },
      { ...sold, body: 'Loans for you.', ...loan },
      { body: 'உங்கள் கடன் தவணை {{1}}.', language: 'ta', ...loan },
      { body: 'Loans by Asha.', ...loan },
    ],
    clean: [
      { body: 'Your EMI is due. Loans by Asha Finance Ltd., NBFC.', ...loan },
      { body: 'Your EMI is due.', footer: 'Loans by Asha Finance Ltd., NBFC.', ...loan },
      { body: 'आपकी किस्त बाकी है।', footer: 'ऋण आशा फ़ाइनेंस लि., NBFC द्वारा।', language: 'hi', ...loan },
      'Your order has shipped.',
      { category: 'AUTHENTICATION', body: '', buttons: [otp], ...loan },
      { body: 'Your EMI. LOANS BY ASHA FINANCE LTD, NBFC', ...loan },
    ],
  },
  name_convention: {
    hits: ['Order Sent', 'order', 'order_sent', 'order-sent-v1', 'v1', 'ऑर्डर_v1'].map((name) => ({
      body: 'x',
      name,
    })),
    clean: [
      { body: 'x', name: 'order_sent_en_v1' },
      { body: 'x', name: 'promo_restock_en_v12' },
      { body: 'x', name: 'utility_fee_due_v2' },
      { body: 'x', name: 'sharma_orders', facts: { namePattern: 'sharma_{topic}' } },
      { body: 'x', name: 'u_order_hi_3', facts: { namePattern: '{class}_{topic}_{language}_{version}' } },
      { body: 'x', name: 'auth_login_v1' },
    ],
  },
  duplicate_content: {
    hits: [
      { body: 'Your order has been sent.', footer: 'Sharma', ...others },
      { body: 'Your order has been sent.', footer: 'Sharma', buttons: [reply('Thanks')], ...others },
      { body: 'Your order has been sent.', footer: 'Sharma', header: 'New', ...others },
      { ...sold, body: 'Your order has been sent.', footer: 'Sharma', ...others },
      { body: 'Your order has been sent.', footer: 'Sharma', language: 'en_IN', ...others },
      { body: 'A', facts: { others: [{ name: 'b_v1', body: 'A', footer: '' }] } },
    ],
    clean: [
      { body: 'Your order has been sent.', footer: 'Pune', ...others },
      { body: 'Your order has been sent!', footer: 'Sharma', ...others },
      { body: 'Your order has been sent.', ...others },
      { body: 'Your order has been sent.', footer: 'Sharma', name: 'order_gone_en_v1', ...others },
      { body: 'Your order has been sent.', footer: 'Sharma' },
      {
        category: 'AUTHENTICATION',
        body: 'Your order has been sent.',
        footer: 'Sharma',
        buttons: [otp],
        ...others,
      },
    ],
  },
};
