import type { WishWords } from '../wish-words.ts';

const messages =
  '(மெசேஜ்|மெசேஜ்கள்|மெஸேஜ்|செய்தி|செய்திகள்|செய்திகளை|குறுஞ்செய்தி|குறுஞ்செய்திகள்|தகவல்|எஸ்எம்எஸ்|message|msg|sms)';
const offers =
  '(ஆஃபர்|ஆபர்|சலுகை|சலுகைகள்|சலுகை செய்திகள்|விளம்பரம்|விளம்பரங்கள்|விளம்பரங்களை|சலுகைகளை|விளம்பர செய்திகள்|ப்ரோமோஷன்|மார்க்கெட்டிங் மெசேஜ்)';
const stop =
  '(நிறுத்து|நிறுத்துங்கள்|நிறுத்துங்க|நிறுத்தவும்|நிறுத்தவும்|நிறுத்திடுங்கள்|நிறுத்தி விடுங்கள்|நிறுத்திவிடுங்கள்|நிப்பாட்டுங்க|நிப்பாட்டு|ஸ்டாப்)';
const dontSend =
  '(அனுப்பாதே|அனுப்பாதீர்கள்|அனுப்பாதீங்க|அனுப்ப வேண்டாம்|அனுப்பவேண்டாம்|அனுப்ப வேணாம்|அனுப்பாதிங்க|போடாதீங்க|போடாதீர்கள்|அனுப்புவதை நிறுத்துங்கள்|அனுப்புவதை நிறுத்தவும்|அனுப்புறதை நிறுத்துங்க)';
const whose = '[இந்த|இது போன்ற|எனக்கு|எங்களுக்கு|இனி|இனிமேல்|மேலும்|உங்கள்|எல்லா|எந்த]';

export const tamil: WishWords = {
  language: 'ta',
  stop: [
    `[இதை|இதனை] ${stop}`,
    `${whose} ${whose} ${messages} ${stop}`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    '[எனக்கு|இனி|இனிமேல்|எனக்கு இனி] (அனுப்பாதீர்கள்|அனுப்பாதீங்க|அனுப்ப வேண்டாம்|அனுப்புவதை நிறுத்துங்கள்)',
    `${whose} ${whose} ${messages} (வேண்டாம்|வேணாம்|தேவையில்லை|தேவை இல்லை)`,
    '(என் நம்பரை நீக்குங்கள்|என் எண்ணை நீக்கவும்|என் எண்ணை நீக்குங்கள்|என்னை நீக்குங்கள்|தொந்தரவு செய்யாதீர்கள்|தொந்தரவு செய்யாதீங்க|தொல்லை பண்ணாதீங்க|குழுவிலகு)',
  ],
  start: [
    '(தொடங்கு|தொடங்குங்கள்|தொடங்கவும்|ஆரம்பி|ஆரம்பிக்கவும்|ஸ்டார்ட்)',
    '(மீண்டும்|மறுபடியும்|திரும்ப) [மெசேஜ்|செய்திகள்|செய்திகளை] (தொடங்கு|தொடங்குங்கள்|தொடங்கவும்|அனுப்புங்கள்|அனுப்பவும்|அனுப்புங்க)',
  ],
  stopPromotions: [
    `${whose} ${offers} ${stop}`,
    `${whose} ${offers} (அனுப்பாதீர்கள்|அனுப்பாதீங்க|அனுப்ப வேண்டாம்|வேண்டாம்|வேணாம்|தேவையில்லை)`,
  ],
  around: ['(தயவு செய்து|தயவுசெய்து|ப்ளீஸ்|பிளீஸ்|ஐயா|சார்|அண்ணா|மேடம்|வணக்கம்|நன்றி|உடனே|உடனடியாக|இன்று முதல்|please|sir)'],
};

export const tamilInLatin: WishWords = {
  language: 'ta-Latn',
  stop: [
    '[idha|itha|ithai] (niruthu|niruthunga|niruthungal|niruthavum|nirutthunga|niruthungo|nippatunga|nipatu)',
    '[indha|intha|enaku|enakku|ini|inimel|unga] (message|messages|msg|msgs|mesage) (niruthu|niruthunga|niruthungal|niruthavum|stop panunga|stop pannunga|stop panna|nipatunga)',
    '[indha|intha|enaku|enakku|ini|inimel|enakku ini] (message|messages|msg|msgs|mesage) (anupathinga|anupathenga|anupatheenga|anupadhinga|anupadheenga|anupathe|anupa vendam|anuppa vendaam|anupa venam|podathinga|podadhinga|panathinga|pannadheenga)',
    '[enaku|enakku|ini|inimel] (anupathinga|anupathenga|anupadhinga|anupa vendam|anupa venam)',
    '[indha|intha|enaku|enakku|ini] (message|messages|msg|msgs) (vendam|vendaam|venam|venaam|thevai illai|theva illa)',
    '(tholai panathinga|thontharavu seiyathinga|disturb panathinga|disturb panadhinga)',
  ],
  start: [
    '(marubadiyum|meendum|thirumba) [message|msg] (anupunga|anuppunga|anupungal|thodangu|start panunga)',
    '(thodangu|thodangungal|start panunga|start pannunga)',
  ],
  stopPromotions: [
    '[indha|intha|enaku|enakku|unga] (offer|offers|promotion|promotions|vilambaram|ads|salugai) [message|msg] (niruthunga|niruthungal|anupathinga|anupadhinga|anupa vendam|vendam|venam|stop panunga)',
  ],
  around: ['(dayavu seithu|thayavu seithu|please|plz|sir|anna|ayya|saar|nandri|nandrri|udane|da|pa)'],
};
