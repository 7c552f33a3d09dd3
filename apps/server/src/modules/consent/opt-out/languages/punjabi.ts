import type { WishWords } from '../wish-words.ts';

const messages = '(ਮੈਸੇਜ|ਮੈਸਜ|ਮੈਸੇਜਸ|ਸੁਨੇਹੇ|ਸੁਨੇਹਾ|ਸੰਦੇਸ਼|ਐਸਐਮਐਸ|message|msg|sms)';
const offers = '(ਆਫਰ|ਆਫ਼ਰ|ਆਫਰਾਂ|ਆਫਰ ਵਾਲੇ ਮੈਸੇਜ|ਇਸ਼ਤਿਹਾਰ|ਪ੍ਰਚਾਰ|ਪ੍ਰਮੋਸ਼ਨ|ਪ੍ਰਮੋਸ਼ਨਲ ਮੈਸੇਜ)';
const doIt = '(ਕਰੋ|ਕਰ|ਕਰ ਦਿਓ|ਕਰ ਦਿਉ|ਕਰ ਦੇਵੋ|ਕਰੋ ਜੀ|ਕਰਨਾ|ਕਰ ਦੋ|ਕਰ ਦਿਓ ਜੀ)';
const dontSend = '(ਨਾ ਭੇਜੋ|ਨਾ ਭੇਜਣਾ|ਨਾ ਭੇਜਿਓ|ਨਾਂ ਭੇਜੋ|ਮਤ ਭੇਜੋ|ਨਾ ਕਰੋ|ਭੇਜਣੇ ਬੰਦ ਕਰੋ|ਭੇਜਣਾ ਬੰਦ ਕਰੋ|ਨਾ ਭੇਜੋ ਜੀ|ਭੇਜਣੇ ਬੰਦ ਕਰ ਦਿਓ)';
const whose = '[ਇਹ|ਇਹੋ ਜਿਹੇ|ਮੈਨੂੰ|ਸਾਨੂੰ|ਆਪਣੇ|ਸਾਰੇ|ਹੋਰ|ਹੁਣ|ਕੋਈ|ਅੱਗੇ ਤੋਂ]';

export const punjabi: WishWords = {
  language: 'pa',
  stop: [
    '(ਬੰਦ|ਸਟਾਪ|ਸਟੌਪ)',
    `[ਇਹ|ਇਹ ਸਭ|ਹੁਣ] (ਬੰਦ|ਸਟਾਪ) ${doIt}`,
    `${whose} ${whose} ${messages} (ਬੰਦ|ਸਟਾਪ) [${doIt.slice(1, -1)}]`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    '[ਮੈਨੂੰ|ਹੋਰ|ਹੁਣ|ਅੱਗੇ ਤੋਂ] (ਨਾ ਭੇਜੋ|ਨਾ ਭੇਜਣਾ|ਭੇਜਣਾ ਬੰਦ ਕਰੋ)',
    `${whose} ${whose} ${messages} (ਨਹੀਂ ਚਾਹੀਦੇ|ਨਹੀਂ ਚਾਹੀਦਾ|ਨੀ ਚਾਹੀਦੇ|ਰੋਕੋ|ਰੋਕ ਦਿਓ)`,
    '(ਮੇਰਾ ਨੰਬਰ ਹਟਾ ਦਿਓ|ਮੇਰਾ ਨੰਬਰ ਹਟਾਓ|ਮੇਰਾ ਨੰਬਰ ਡਿਲੀਟ ਕਰੋ|ਤੰਗ ਨਾ ਕਰੋ|ਮੈਨੂੰ ਤੰਗ ਨਾ ਕਰੋ|ਪਰੇਸ਼ਾਨ ਨਾ ਕਰੋ)',
  ],
  start: [
    `(ਸ਼ੁਰੂ|ਚਾਲੂ|ਸਟਾਰਟ) [${doIt.slice(1, -1)}]`,
    `(ਫਿਰ|ਫੇਰ|ਫਿਰ ਤੋਂ|ਦੁਬਾਰਾ) [ਮੈਸੇਜ|ਸੁਨੇਹੇ] (ਸ਼ੁਰੂ|ਚਾਲੂ) ${doIt}`,
    `${messages} (ਸ਼ੁਰੂ|ਚਾਲੂ) ${doIt}`,
  ],
  stopPromotions: [
    `${whose} ${offers} (ਬੰਦ|ਸਟਾਪ) [${doIt.slice(1, -1)}]`,
    `${whose} ${offers} (ਨਾ ਭੇਜੋ|ਨਹੀਂ ਚਾਹੀਦੇ|ਨਹੀਂ ਚਾਹੀਦਾ)`,
  ],
  around: ['(ਕਿਰਪਾ ਕਰਕੇ|ਕ੍ਰਿਪਾ ਕਰਕੇ|ਪਲੀਜ਼|ਜੀ|ਸਰ|ਭਾਜੀ|ਵੀਰ ਜੀ|ਸਤ ਸ੍ਰੀ ਅਕਾਲ|ਧੰਨਵਾਦ|ਹੁਣੇ|ਅੱਜ ਤੋਂ|please|sir)'],
};

export const punjabiInLatin: WishWords = {
  language: 'pa-Latn',
  stop: [
    '[eh|mainu|menu|sanu|hor|hun] (message|messages|msg|msgs|sms) na (bhejo|bhejna|bhejeo|bhejyo|bhejo ji)',
    '[eh|mainu|menu|apne] (message|messages|msg|msgs|sunehe) band (kar dio|kar deo|kr dio|krdo ji|karo ji|kar diyo)',
    '[eh|eh sab|hun] band (kar dio|kar deo|kr dio|kar diyo|karo ji)',
    '[eh|mainu|menu] (message|messages|msg|msgs) (nahi chahide|nai chahide|ni chahide|nhi chahide|bhejne band karo)',
    '[mainu|menu] (tang|preshan) na karo',
  ],
  start: [
    '(fer|phir|dubara) [message|msg] (shuru|chalu) (karo ji|kar dio|kar deo)',
    '(message|msg) (shuru|chalu) (kar dio|kar deo|karo ji)',
  ],
  stopPromotions: [
    '[eh|mainu|menu] (offer|offers|promotion|ads|ishtihar) [wale|de] [message|msg] (na bhejna|band kar dio|band kar deo|nahi chahide|ni chahide)',
  ],
  around: ['(kirpa karke|kripa karke|please|plz|ji|sir|bhaji|paji|veer ji|veerji|dhanvad|hune)'],
};
