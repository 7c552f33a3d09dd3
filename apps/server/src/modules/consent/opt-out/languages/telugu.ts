import type { WishWords } from '../wish-words.ts';

const messages = '(మెసేజ్|మెసేజ్లు|మెసేజ్ లు|మెసేజెస్|మెసేజీలు|సందేశం|సందేశాలు|సందేశాలను|ఎస్ఎంఎస్|message|messages|msg|sms)';
const offers = '(ఆఫర్|ఆఫర్లు|ఆఫర్ల మెసేజ్లు|ప్రకటన|ప్రకటనలు|ప్రమోషన్|ప్రమోషన్లు|ప్రమోషనల్ మెసేజ్లు|ప్రచార సందేశాలు|మార్కెటింగ్ మెసేజ్లు)';
const stop = '(ఆపు|ఆపండి|ఆపేయండి|ఆపేయి|ఆపివేయండి|ఆపేసేయండి|నిలిపివేయండి|నిలిపేయండి|నిలిపి వేయండి|బంద్ చేయండి|స్టాప్|స్టాప్ చేయండి)';
const dontSend =
  '(పంపకండి|పంపవద్దు|పంపొద్దు|పంపద్దు|పంపకు|పంపించకండి|పంపించవద్దు|పంపించొద్దు|పెట్టకండి|పెట్టొద్దు|చేయకండి|చేయొద్దు|పంపడం ఆపండి|పంపడం ఆపేయండి|పంపటం ఆపండి|పంపించడం ఆపండి)';
const whose = '[ఈ|ఇలాంటి|నాకు|మాకు|ఇక|ఇకపై|ఇంక|మీ|అన్ని|ఏ]';

export const telugu: WishWords = {
  language: 'te',
  stop: [
    `[ఇది|దీన్ని|ఇవి|ఇక] ${stop}`,
    `${whose} ${whose} ${messages} ${stop}`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    '[నాకు|ఇక|ఇకపై|ఇంక] (పంపకండి|పంపవద్దు|పంపొద్దు|పంపడం ఆపండి)',
    `${whose} ${whose} ${messages} (వద్దు|అవసరం లేదు|అక్కర్లేదు|నాకు వద్దు)`,
    '(నా నంబర్ తీసేయండి|నా నంబర్ తొలగించండి|నా నెంబర్ తీసేయండి|నా నెంబర్ డిలీట్ చేయండి|నన్ను తొలగించండి|డిస్టర్బ్ చేయకండి|ఇబ్బంది పెట్టకండి|విసిగించకండి)',
  ],
  start: [
    '(ప్రారంభించు|ప్రారంభించండి|స్టార్ట్|స్టార్ట్ చేయండి|మొదలు పెట్టండి|మొదలుపెట్టండి)',
    '(మళ్ళీ|మళ్లీ|తిరిగి) [మెసేజ్లు|మెసేజ్|సందేశాలు] (ప్రారంభించండి|పంపండి|పంపించండి|మొదలుపెట్టండి|స్టార్ట్ చేయండి)',
  ],
  stopPromotions: [`${whose} ${offers} ${stop}`, `${whose} ${offers} (పంపకండి|పంపవద్దు|పంపొద్దు|వద్దు|అవసరం లేదు)`],
  around: ['(దయచేసి|ప్లీజ్|అండి|సార్|అన్న|మేడం|నమస్తే|నమస్కారం|ధన్యవాదాలు|వెంటనే|ఇప్పుడే|ఈరోజు నుండి|please|sir)'],
};

export const teluguInLatin: WishWords = {
  language: 'te-Latn',
  stop: [
    '[idi|deenni|ivi|inka] (aapandi|apandi|aapu|apeyandi|aapeyandi|aapesey|aapeyi|apestara)',
    '[ee|e|naku|naaku|ika|ikapai|inka|mee|mi] (message|messages|msg|msgs|mesage|messagelu) (apandi|aapandi|apeyandi|aapeyandi|apu|stop cheyandi|stop cheyi|bandh cheyandi)',
    '[ee|e|naku|naaku|ika|ikapai|inka|mee|mi] (message|messages|msg|msgs|mesage|messagelu) (pampakandi|pampavaddu|pampodu|pampodhu|pampaku|pampinchakandi|pampinchaku|petakandi|petaku|petodu|cheyakandi|cheyaku|cheyoddu|pampadam apandi|pampadam aapandi)',
    '[naku|naaku|ika|inka] (pampakandi|pampavaddu|pampoddu|pampodhu|pampaku)',
    '[ee|e|naku|naaku|inka] (message|messages|msg|msgs) (vaddu|vadhu|vodhu|avasaram ledu|akarledu)',
    '(disturb cheyakandi|disturb cheyaku|disturb cheyoddu|visigincakandi)',
  ],
  start: [
    '(malli|mali|tirigi) [message|messages|msg|msgs] (pampandi|pampinchandi|start cheyandi|modalupettandi)',
    '(start cheyandi|start cheyi|prarambhinchandi|modalupettandi)',
  ],
  stopPromotions: [
    '[ee|e|naku|naaku|mee] (offer|offers|promotion|promotions|prakatana|prakatanalu|ads) [message|messages|msg|msgs] (apandi|aapandi|apeyandi|pampakandi|pampavaddu|pampoddu|vaddu|vadhu|stop cheyandi)',
  ],
  around: ['(dayachesi|dayacesi|please|plz|andi|sir|anna|garu|madam|dhanyavadalu|ventane|ippude)'],
};
