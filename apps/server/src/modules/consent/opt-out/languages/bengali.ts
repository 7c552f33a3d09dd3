import type { WishWords } from '../wish-words.ts';

const messages = '(মেসেজ|ম্যাসেজ|মেসেজগুলো|মেসেজ গুলো|বার্তা|এসএমএস|হোয়াটসঅ্যাপ মেসেজ|message|msg|sms)';
const offers =
  '(অফার|অফারের মেসেজ|অফার মেসেজ|প্রচার|প্রচারমূলক মেসেজ|প্রচারমূলক বার্তা|বিজ্ঞাপন|প্রমোশন|প্রমোশনাল মেসেজ|মার্কেটিং মেসেজ)';
const doIt = '(করুন|করো|কর|করেন|করবেন|করে দিন|করে দাও|করে দেন|করেন তো)';
const dontSend =
  '(পাঠাবেন না|পাঠাবে না|পাঠিও না|পাঠিয়ো না|পাঠাবি না|দেবেন না|দিবেন না|দিও না|দেবে না|করবেন না|কোরো না|পাঠানো বন্ধ করুন|পাঠানো বন্ধ করো|পাঠানো বন্ধ)';
const whose = '[আর|আমাকে|আমাকে আর|এই|এইসব|এসব|এরকম|এই ধরনের|কোনো|কোন|সব|দয়া করে|আপনারা]';

const romanMessages = '(message|messages|msg|msgs|mesage|sms|barta)';
const romanDoIt = '(korun|koro|kor|koren|karun|karo|kore din|kore dao|kore den)';
const romanDontSend =
  '(pathaben na|pathabena|pathio na|pathiyo na|pathabe na|deben na|diben na|dio na|korben na|koro na|pathano bondho korun|pathano bondho koro)';

const roman = '[ar|amake|amake ar|ei|eisob|esob|kono|sob]';

export const bengali: WishWords = {
  language: 'bn',
  stop: [
    '(বন্ধ|স্টপ|থামান|আনসাবস্ক্রাইব)',
    `[এটা|এসব|এগুলো] (বন্ধ|স্টপ|আনসাবস্ক্রাইব) ${doIt}`,
    `${whose} ${whose} ${messages} [পাঠানো|আসা] (বন্ধ|স্টপ) [${doIt.slice(1, -1)}]`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    '[আর|আমাকে আর] (পাঠাবেন না|পাঠিও না|পাঠানো বন্ধ করুন)',
    `${whose} ${whose} ${messages} (চাই না|লাগবে না|চাইনা|দরকার নেই)`,
    '(আমার নম্বর মুছে দিন|আমার নাম্বার মুছে দিন|আমার নাম্বার ডিলিট করুন|আমাকে তালিকা থেকে বাদ দিন|বিরক্ত করবেন না|আমাকে বিরক্ত করবেন না)',
  ],
  start: [
    `(শুরু|চালু|স্টার্ট) [${doIt.slice(1, -1)}]`,
    `(আবার|পুনরায়) [মেসেজ|বার্তা] (শুরু|চালু) ${doIt}`,
    '(আবার মেসেজ পাঠান|আবার মেসেজ দিন|মেসেজ চালু করুন|মেসেজ শুরু করুন)',
  ],
  stopPromotions: [
    `${whose} ${offers} [পাঠানো] (বন্ধ|স্টপ) [${doIt.slice(1, -1)}]`,
    `${whose} ${offers} (পাঠাবেন না|দেবেন না|চাই না|লাগবে না)`,
  ],
  around: ['(দয়া করে|অনুগ্রহ করে|প্লিজ|প্লীজ|দাদা|ভাই|স্যার|নমস্কার|ধন্যবাদ|এখনই|এখনি|এক্ষুনি|আজ থেকে|please|sir)'],
};

export const bengaliInLatin: WishWords = {
  language: 'bn-Latn',
  stop: [
    `[eta|esob|egulo] (bondho|bandho|bondo) ${romanDoIt}`,
    `${roman} ${romanMessages} [pathano|asa] (bondho|bandho|bondo|stop) ${romanDoIt}`,
    `${roman} ${roman} ${romanMessages} ${romanDontSend}`,
    `${roman} ${romanMessages} (chai na|chaina|lagbe na|lagbena)`,
    '[ar|amake ar] (pathaben na|pathio na|pathabena)',
    '(amake birokto korben na|birokto korben na)',
  ],
  start: ['(abar|punoray) [message|msg] (shuru|suru|chalu) (korun|koro)', '(chalu|shuru) (korun|koro)'],
  stopPromotions: [
    '[ei|ar|amake] (offer|promotion|promo|bigyapon|add|ads) [message|msg] [pathano] (bondho korun|bondho koro|pathaben na|deben na|chai na|lagbe na)',
  ],
  around: ['(doya kore|please|plz|dada|bhai|sir|dhonnobad|ekhoni|ekhuni)'],
};
