import type { WishWords } from '../wish-words.ts';

const messages =
  '(ಮೆಸೇಜ್|ಮೆಸೇಜ್ಗಳು|ಮೆಸೇಜ್ ಗಳು|ಮೆಸೇಜುಗಳು|ಸಂದೇಶ|ಸಂದೇಶಗಳು|ಸಂದೇಶಗಳನ್ನು|ಸಂದೇಶವನ್ನು|ಎಸ್ಎಂಎಸ್|message|messages|msg|sms)';
const offers =
  '(ಆಫರ್|ಆಫರ್ಗಳು|ಆಫರ್ ಮೆಸೇಜ್|ಜಾಹೀರಾತು|ಜಾಹೀರಾತುಗಳು|ಜಾಹೀರಾತು ಸಂದೇಶಗಳು|ಪ್ರಮೋಷನ್|ಪ್ರಚಾರ|ಪ್ರಚಾರ ಸಂದೇಶಗಳು|ಮಾರ್ಕೆಟಿಂಗ್ ಮೆಸೇಜ್)';
const stop = '(ನಿಲ್ಲಿಸಿ|ನಿಲ್ಲಿಸು|ನಿಲ್ಲಿಸಿರಿ|ನಿಲ್ಸಿ|ನಿಲ್ಲಿಸಿಬಿಡಿ|ನಿಲ್ಲಿಸಬೇಕು|ಬಂದ್ ಮಾಡಿ|ಬಂದ್ ಮಾಡಿರಿ|ಸ್ಟಾಪ್|ಸ್ಟಾಪ್ ಮಾಡಿ)';
const dontSend =
  '(ಕಳುಹಿಸಬೇಡಿ|ಕಳಿಸಬೇಡಿ|ಕಳುಹಿಸಬೇಡ|ಕಳಿಸಬೇಡ|ಕಳುಹಿಸಬೇಡಿರಿ|ಕಳ್ಸಬೇಡಿ|ಹಾಕಬೇಡಿ|ಮಾಡಬೇಡಿ|ಕಳುಹಿಸುವುದನ್ನು ನಿಲ್ಲಿಸಿ|ಕಳಿಸುವುದನ್ನು ನಿಲ್ಲಿಸಿ|ಕಳಿಸೋದು ನಿಲ್ಲಿಸಿ)';
const whose = '[ಈ|ಇಂತಹ|ಇಂಥ|ನನಗೆ|ನಮಗೆ|ಇನ್ನು|ಇನ್ನುಮುಂದೆ|ಇನ್ಮುಂದೆ|ನಿಮ್ಮ|ಎಲ್ಲಾ|ಯಾವುದೇ]';

export const kannada: WishWords = {
  language: 'kn',
  stop: [
    `[ಇದನ್ನು|ಇದು|ಇನ್ನು] ${stop}`,
    `${whose} ${whose} ${messages} ${stop}`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    '[ನನಗೆ|ಇನ್ನು|ಇನ್ನುಮುಂದೆ] (ಕಳುಹಿಸಬೇಡಿ|ಕಳಿಸಬೇಡಿ|ಕಳುಹಿಸುವುದನ್ನು ನಿಲ್ಲಿಸಿ)',
    `${whose} ${whose} ${messages} (ಬೇಡ|ಬೇಡಿ|ಬೇಕಿಲ್ಲ|ಅಗತ್ಯವಿಲ್ಲ|ಅವಶ್ಯಕತೆ ಇಲ್ಲ)`,
    '(ನನ್ನ ನಂಬರ್ ತೆಗೆದುಹಾಕಿ|ನನ್ನ ನಂಬರ್ ತೆಗೆಯಿರಿ|ನನ್ನ ನಂಬರ್ ಡಿಲೀಟ್ ಮಾಡಿ|ನನ್ನನ್ನು ತೆಗೆದುಹಾಕಿ|ತೊಂದರೆ ಕೊಡಬೇಡಿ|ತೊಂದರೆ ಮಾಡಬೇಡಿ|ಡಿಸ್ಟರ್ಬ್ ಮಾಡಬೇಡಿ)',
  ],
  start: [
    '(ಪ್ರಾರಂಭಿಸಿ|ಪ್ರಾರಂಭಿಸು|ಆರಂಭಿಸಿ|ಶುರು ಮಾಡಿ|ಚಾಲು ಮಾಡಿ|ಸ್ಟಾರ್ಟ್|ಸ್ಟಾರ್ಟ್ ಮಾಡಿ)',
    '(ಮತ್ತೆ|ಪುನಃ) [ಮೆಸೇಜ್|ಸಂದೇಶ|ಸಂದೇಶಗಳನ್ನು] (ಪ್ರಾರಂಭಿಸಿ|ಶುರು ಮಾಡಿ|ಕಳುಹಿಸಿ|ಕಳಿಸಿ|ಆರಂಭಿಸಿ)',
  ],
  stopPromotions: [`${whose} ${offers} ${stop}`, `${whose} ${offers} (ಕಳುಹಿಸಬೇಡಿ|ಕಳಿಸಬೇಡಿ|ಬೇಡ|ಬೇಕಿಲ್ಲ)`],
  around: ['(ದಯವಿಟ್ಟು|ದಯಮಾಡಿ|ಪ್ಲೀಸ್|ಸರ್|ಅಣ್ಣ|ಮೇಡಂ|ನಮಸ್ತೆ|ನಮಸ್ಕಾರ|ಧನ್ಯವಾದ|ಧನ್ಯವಾದಗಳು|ತಕ್ಷಣ|ಈಗಲೇ|ಇಂದಿನಿಂದ|please|sir)'],
};

export const kannadaInLatin: WishWords = {
  language: 'kn-Latn',
  stop: [
    '[idanu|idannu|idu] (nilisi|nilsi|nilisu|nilsri|nilisri|band madi|stop madi)',
    '[ee|e|nanage|nange|inmunde|innu|nima] (message|messages|msg|msgs|sandesha|mesage) (nilisi|nilsi|nilisu|nilsri|stop madi|band madi)',
    '[ee|e|nanage|nange|inmunde|innu] (message|messages|msg|msgs|sandesha|mesage) (kaluhisabedi|kalisabedi|kalsbedi|kalisbedi|kaluhisbedi|kalisbeda|kalsabedi|hakbedi|hakabedi|madbedi|madabedi|kalisodu nilisi|kalsodu nilsi)',
    '[nanage|nange|inmunde|innu] (kaluhisabedi|kalisabedi|kalsbedi|kalisbedi)',
    '[ee|e|nanage|nange] (message|messages|msg|msgs|sandesha) (beda|bedi|bekilla)',
    '(tondare kodbedi|tondre kodbedi|disturb madbedi|disturb madabedi)',
  ],
  start: [
    '(mate|matte|punaha) [message|msg|sandesha] (shuru madi|kalisi|kaluhisi|start madi|kalsi)',
    '(shuru madi|start madi|chalu madi|prarambhisi)',
  ],
  stopPromotions: [
    '[ee|e|nanage|nange|nima] (offer|offers|promotion|promotions|jahiratu|jahirathu|ads) [message|msg] (nilisi|nilsi|kaluhisabedi|kalisbedi|kalsbedi|beda|stop madi)',
  ],
  around: [
    '(dayavittu|dayavitu|dayamadi|please|plz|sir|anna|saar|madam|dhanyavada|dhanyavadagalu|takshana|igale)',
  ],
};
