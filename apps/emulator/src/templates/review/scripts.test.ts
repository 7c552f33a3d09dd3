import { describe, expect, test } from 'vitest';
import { isInScript } from './scripts.ts';

/** "Your order has been sent." */
const sentences = {
  en: 'Your order has been sent.',
  hi: 'आपका ऑर्डर भेज दिया गया है.',
  bn: 'আপনার অর্ডার পাঠানো হয়েছে।',
  ta: 'உங்கள் ஆர்டர் அனுப்பப்பட்டது.',
  te: 'మీ ఆర్డర్ పంపబడింది.',
  kn: 'ನಿಮ್ಮ ಆರ್ಡರ್ ಕಳುಹಿಸಲಾಗಿದೆ.',
  ml: 'നിങ്ങളുടെ ഓർഡർ അയച്ചു.',
  mr: 'तुमची ऑर्डर पाठवली आहे.',
  gu: 'તમારો ઓર્ડર મોકલવામાં આવ્યો છે.',
  pa: 'ਤੁਹਾਡਾ ਆਰਡਰ ਭੇਜ ਦਿੱਤਾ ਗਿਆ ਹੈ.',
  ur: 'آپ کا آرڈر بھیج دیا گیا ہے۔',
};

describe('every language is at home in its own script', () => {
  test.each(Object.entries(sentences))('%s', (language, sentence) => {
    expect(isInScript(sentence, language)).toBe(true);
    const strangers = Object.entries(sentences).filter(([other]) => !isInScript(sentence, other));
    const shared = ['hi', 'mr'].includes(language) ? 2 : 1;
    expect(strangers).toHaveLength(Object.keys(sentences).length - shared);
  });
});

test('Hinglish is Hindi in Latin letters; English is not', () => {
  expect(isInScript('Aapka order bhej diya gaya hai, kal tak pahunch jayega.', 'hi')).toBe(true);
  expect(isInScript(sentences.en, 'hi')).toBe(false);
});

test('a few letters say nothing, and neither does a language of a script that is not known here', () => {
  expect(isInScript('OK {{1}}', 'hi')).toBe(true);
  expect(isInScript('Вашето нарачано е испратено.', 'mk')).toBe(true);
});
