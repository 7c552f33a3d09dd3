import type { WishWords } from '../wish-words.ts';

const messages = '(میسج|میسجز|میسیج|پیغام|پیغامات|ایس ایم ایس|واٹس ایپ میسج|message|msg|sms)';
const offers = '(آفر|آفرز|آفر والے میسج|اشتہار|اشتہارات|تشہیری پیغام|تشہیری پیغامات|پروموشن|پروموشنل میسج)';
const doIt = '(کرو|کریں|کر|کیجیے|کیجئے|کر دو|کر دیں|کردو|کردیں|کر دیجیے|کر دیجئے|کرنا)';
const dontSend =
  '(مت بھیجو|مت بھیجیں|مت بھیجیے|مت بھیجنا|نہ بھیجیں|نہ بھیجو|نہ بھیجیے|نا بھیجیں|بھیجنا بند کریں|بھیجنا بند کرو|بھیجنا بند کر دیں|نہ کریں|مت کرو|مت کریں)';
const whose = '[یہ|یہ سب|ایسے|اپنے|سارے|تمام|سب|مزید|کوئی|آئندہ|اب|مجھے|ہمیں|اس نمبر پر]';

export const urdu: WishWords = {
  language: 'ur',
  stop: [
    '(بند|سٹاپ|اسٹاپ|ان سبسکرائب)',
    `[یہ|یہ سب|اسے|اب] (بند|سٹاپ|اسٹاپ|ان سبسکرائب) ${doIt}`,
    `${whose} ${whose} ${messages} (بند|سٹاپ|اسٹاپ) [${doIt.slice(1, -1)}]`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    '[مجھے|مزید|آئندہ|اب] (مت بھیجو|مت بھیجیں|نہ بھیجیں|بھیجنا بند کریں|بھیجنا بند کرو)',
    `${whose} ${whose} ${messages} (نہیں چاہیے|نہیں چاہئے|نہیں چاہیئے|روکو|روکیں|روک دیں)`,
    '(میرا نمبر ہٹا دو|میرا نمبر ہٹا دیں|میرا نمبر ہٹائیں|میرا نمبر ڈیلیٹ کریں|تنگ مت کرو|تنگ نہ کریں|پریشان نہ کریں|مجھے پریشان مت کرو)',
  ],
  start: [
    `(شروع|چالو|سٹارٹ|اسٹارٹ) [${doIt.slice(1, -1)}]`,
    `(دوبارہ|پھر سے|پھر) [میسج|پیغام|پیغامات] (شروع|چالو) ${doIt}`,
    `${messages} (شروع|چالو) ${doIt}`,
  ],
  stopPromotions: [
    `${whose} ${offers} (بند|سٹاپ) [${doIt.slice(1, -1)}]`,
    `${whose} ${offers} (مت بھیجو|مت بھیجیں|نہ بھیجیں|نہیں چاہیے|نہیں چاہئے)`,
  ],
  around: [
    '(براہ کرم|برائے مہربانی|مہربانی کر کے|پلیز|جناب|سر|بھائی|السلام علیکم|سلام|شکریہ|فورا|ابھی|آج سے|جی|please|sir)',
  ],
};

export const urduInLatin: WishWords = {
  language: 'ur-Latn',
  stop: [
    '[ye|yeh|mujhe|mazeed|ainda|aindah] (paigham|paighaam|paighamat|paegham) (band karo|band karen|band karein|band kar dein|mat bhejo|mat bhejen|mat bhejein|na bhejen|na bhejein|nahi chahiye)',
  ],
  start: [
    '(dobara|phir se) (paigham|paighaam|paighamat) (shuru|shru) (karo|karen|karein)',
    '(paigham|paighaam) (shuru|shru) (karo|karen|karein)',
  ],
  stopPromotions: [
    '[ye|yeh|mujhe] (ishtihar|ishtihaar|ishteharat|tashheeri paigham) (band karo|band karen|band karein|mat bhejo|mat bhejen|mat bhejein|na bhejen|na bhejein|nahi chahiye)',
  ],
  around: [
    '(barae meharbani|meharbani|baraye meharbani|please|janab|sahab|bhai|shukriya|salam|asalam o alaikum|foran|abhi)',
  ],
};
