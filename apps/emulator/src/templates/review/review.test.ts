import { describe, expect, test } from 'vitest';
import { readDraft } from '../checks/request.ts';
import {
  body,
  card,
  diwaliOffer,
  loginCode,
  newSarees,
  orderShipped,
  withBody,
  withButtons,
} from '../test/requests.ts';
import { isDuplicate, rejectionOf, rightCategory } from './review.ts';

const draftOf = (text: string, { language = 'en', category = 'UTILITY' } = {}) => {
  const names = [...new Set(text.match(/\{\{\d\}\}/g))];
  return readDraft({
    ...withBody(
      text,
      names.map(() => 'x'),
    ),
    language,
    category,
  });
};
const reasonFor = (text: string, more = {}) => rejectionOf(draftOf(text, more))?.reason ?? 'approved';
const categoryFor = (text: string, language = 'en') => rightCategory(draftOf(text, { language }));

describe('utility stays utility when it is about something of the customer’s own', () => {
  test.each([
    ['en', 'Hi {{1}}, your order {{2}} has left our warehouse in Pune.'],
    ['en', 'Your appointment with Dr. Rao is on {{1}} at {{2}} in Indiranagar.'],
    ['en', 'A visitor {{1}} is waiting for you at the gate of flat 402, tower B.'],
    ['en', 'Track your order now, {{1}}, it can take up to 5 days to arrive.'],
    ['en', 'Dear {{1}}, the EMI of {{2}} for your loan is due tomorrow.'],
    ['en', 'Please rate us for your visit on {{1}} to our clinic.'],
    ['hi', 'नमस्ते {{1}}, आपका ऑर्डर {{2}} भेज दिया गया है और कल पहुँचेगा.'],
    ['hi', 'Namaste {{1}} ji, aapka order {{2}} kal aap tak pahunch jayega.'],
    ['ta', 'வணக்கம் உங்கள் கோரிக்கை பதிவு செய்யப்பட்டது நன்றி'],
  ])('%s: %s', (language, text) => {
    expect(categoryFor(text, language)).toBe('UTILITY');
    expect(reasonFor(text, { language })).toBe('approved');
  });
});

describe('utility that promotes, or says nothing in particular, becomes marketing', () => {
  test.each([
    ['en', 'Your order {{1}} has shipped. Get 20% off on your next order with us!'],
    ['en', 'Dear {{1}}, our Diwali sale is on now, come and see us.'],
    ['en', 'Happy Diwali {{1}} from all of us at Sharma Sarees!'],
    ['en', 'Hello and welcome to Sharma Sarees!'],
    ['en', 'Dear {{1}}, your account is ready. Order now and pay later with us.'],
    ['en', 'Dear {{1}}, get up to ₹500 off with your next visit to our clinic.'],
    ['en', 'How was your experience with us? Tell us what you think.'],
    ['hi', 'प्रिय {{1}}, हमारे सभी उत्पादों पर भारी छूट पाएँ, आज ही आइए.'],
    ['hi', 'Namaste {{1}} ji, aaj hi aaiye, sabhi kapdon par bhari chhoot hai.'],
  ])('%s: %s', (language, text) => {
    expect(categoryFor(text, language)).toBe('MARKETING');
  });

  test('so do coupons, catalogs and carousels', () => {
    const coupon = readDraft(withButtons({ type: 'COPY_CODE', example: 'DIWALI20' }));
    expect(rightCategory(coupon)).toBe('MARKETING');
    expect(rightCategory(readDraft({ ...newSarees(), category: 'UTILITY' }))).toBe('MARKETING');
  });

  test('marketing and authentication are left alone', () => {
    expect(rightCategory(readDraft(diwaliOffer()))).toBe('MARKETING');
    expect(rightCategory(readDraft(loginCode()))).toBe('AUTHENTICATION');
  });
});

describe('a one-time code in another category is rejected', () => {
  test.each([
    ['en', 'Dear {{1}}, {{2}} is the OTP to sign in to your account.'],
    ['en', 'Your verification code for Sharma Sarees is {{1}} today.'],
    ['hi', 'आपका ओटीपी {{1}} है, इसे किसी को न बताएँ और सुरक्षित रखें.'],
  ])('%s: %s', (language, text) => {
    expect(reasonFor(text, { language })).toBe('INCORRECT_CATEGORY');
    expect(reasonFor(text, { language, category: 'MARKETING' })).toBe('INCORRECT_CATEGORY');
  });

  test('but not the code for a delivery, nor the advice to keep a code secret', () => {
    expect(reasonFor('Share the OTP {{1}} with our delivery partner at the door.')).toBe('approved');
    expect(reasonFor('Your order {{1}} is confirmed. Never share your OTP with anyone.')).toBe('approved');
  });

  test('an authentication template may carry it', () => {
    expect(rejectionOf(readDraft(loginCode()))).toBeNull();
  });
});

describe('threats are abusive', () => {
  test.each([
    ['en', 'Pay {{1}} today or we will take legal action against you at once.'],
    ['hi', 'प्रिय ग्राहक, भुगतान न करने पर आप पर कानूनी कार्रवाई होगी.'],
    ['hi', 'Aapka bhugtan nahi hua hai, police mein shikayat ki jayegi aapke liye.'],
  ])('%s: %s', (language, text) => {
    expect(reasonFor(text, { language })).toBe('ABUSIVE_CONTENT');
  });
});

describe('promises of money, and questions for secrets, are scam', () => {
  test.each([
    ['en', 'Congratulations, you won the lottery! Claim your prize {{1}} today.'],
    ['en', 'Please reply with your card number and CVV to keep your account.'],
    ['en', 'Share your OTP with us so that we can activate the card today.'],
    ['hi', 'बधाई हो! आपकी लॉटरी लग गई है, आज ही संपर्क करें.'],
    ['hi', 'Namaste, aapka paisa double ho jayega sirf ek mahine mein.'],
  ])('%s: %s', (language, text) => {
    expect(reasonFor(text, { language, category: 'MARKETING' })).toBe('SCAM');
  });
});

test('a text in another language than its tag is rejected', () => {
  const hindi = 'आपका ऑर्डर भेज दिया गया है और कल पहुँचेगा';
  const english = 'Your order has left our warehouse and arrives tomorrow.';
  expect(reasonFor(hindi)).toBe('TAG_CONTENT_MISMATCH');
  expect(reasonFor(english, { language: 'hi' })).toBe('TAG_CONTENT_MISMATCH');
  expect(reasonFor(english, { language: 'bn' })).toBe('TAG_CONTENT_MISMATCH');
  expect(reasonFor(`Sharma Sarees: ${hindi}`, { language: 'hi' })).toBe('approved');
});

test('adjacent variables and hidden links are invalid, with a hint', () => {
  expect(rejectionOf(draftOf('Dear {{1}} {{2}}, your order is on its way.'))).toEqual({
    reason: 'INVALID_FORMAT',
    info: { reason: 'Parameters are adjacent.', recommendation: 'Separate them with text.' },
  });
  for (const url of ['https://bit.ly/3xYz', 'https://wa.me/919876543210', 'http://www.tinyurl.com/abc']) {
    expect(rejectionOf(readDraft(withButtons({ type: 'URL', text: 'Track', url })))?.reason).toBe(
      'INVALID_FORMAT',
    );
  }
  expect(reasonFor('Your order has shipped, follow it at bit.ly/3xYz today.')).toBe('INVALID_FORMAT');
  const own = { type: 'URL', text: 'Track', url: 'https://orbit.lyrics.example/t' };
  expect(rejectionOf(readDraft(withButtons(own)))).toBeNull();
  const cards = [card({ buttons: [{ type: 'URL', text: 'Shop', url: 'https://t.co/a' }] })];
  expect(rejectionOf(readDraft(newSarees([...cards, ...cards])))?.reason).toBe('INVALID_FORMAT');
});

test('the same body and footer are a duplicate; another footer is not', () => {
  const draft = readDraft(orderShipped());
  const footer = { type: 'FOOTER', text: 'Sharma Sarees, Mumbai' };
  const [text] = orderShipped().components as object[];
  const other = readDraft(orderShipped({ components: [text, footer] }));
  expect(isDuplicate(draft, readDraft(orderShipped({ name: 'other' })))).toBe(true);
  expect(isDuplicate(draft, other)).toBe(false);
  expect(isDuplicate(readDraft(loginCode()), readDraft(loginCode()))).toBe(false);
  expect(isDuplicate(readDraft(orderShipped({ components: [body('Packed today.')] })), draft)).toBe(false);
});
