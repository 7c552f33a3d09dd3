import type { WishWords } from '../wish-words.ts';

const messages = '(मेसेज|मेसेजेस|मॅसेज|मॅसेजेस|संदेश|एसएमएस|व्हॉट्सॲप मेसेज|message|msg|sms)';
const offers = '(ऑफर|ऑफर्स|ऑफरचे मेसेज|ऑफर मेसेज|जाहिरात|जाहिराती|जाहिरातीचे मेसेज|प्रमोशन|प्रमोशनल मेसेज|मार्केटिंग मेसेज)';
const doIt = '(करा|कर|करावे|करावेत|करून टाका|करा ना|करा हो|करा आता)';
const dontSend =
  '(पाठवू नका|पाठवू नकोस|पाठऊ नका|पाठवु नका|पाठवणे बंद करा|पाठवणं बंद करा|पाठवायचे बंद करा|करू नका|टाकू नका|पाठवणे थांबवा|पाठवणं थांबवा)';
const whose = '[हे|हा|असे|मला|मला असे|आम्हाला|तुमचे|सर्व|सगळे|यापुढे|पुन्हा|परत|आता|कोणतेही|या नंबरवर]';
const romanDontSend =
  '(pathvu naka|pathavu naka|pathau naka|patwu naka|pathvu nakos|pathavne band kara|pathvne band kara|pathvan band kara|karu naka|taku naka|pathavne thambva)';

export const marathi: WishWords = {
  language: 'mr',
  stop: [
    '(थांबवा|थांबव)',
    `[हे|हे सर्व|हे सगळे|आता] (बंद|स्टॉप|अनसब्स्क्राइब) ${doIt}`,
    `${whose} ${whose} ${messages} (बंद|स्टॉप) ${doIt}`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    `${whose} ${whose} ${messages} (थांबवा|नको|नकोत|नको आहे|नको आहेत)`,
    '[मला|यापुढे|पुन्हा|परत] (पाठवू नका|पाठवणे बंद करा|पाठवणे थांबवा)',
    '(माझा नंबर काढा|माझा नंबर काढून टाका|माझा नंबर डिलीट करा|मला यादीतून काढा|मला त्रास देऊ नका|त्रास देऊ नका)',
  ],
  start: [
    `(सुरू|सुरु|चालू|चालु) ${doIt}`,
    `(परत|पुन्हा) [मेसेज|संदेश] (सुरू|सुरु|चालू) ${doIt}`,
    '(पुन्हा मेसेज पाठवा|परत मेसेज पाठवा|मेसेज सुरू करा|मेसेज चालू करा)',
  ],
  stopPromotions: [`${whose} ${offers} (बंद|स्टॉप) ${doIt}`, `${whose} ${offers} (पाठवू नका|थांबवा|नको|नकोत)`],
  around: ['(कृपया|प्लीज|सर|साहेब|ताई|दादा|भाऊ|नमस्कार|धन्यवाद|लगेच|आत्ता|आजपासून|ताबडतोब|please|sir)'],
};

export const marathiInLatin: WishWords = {
  language: 'mr-Latn',
  stop: [
    '[he|he sarv|he sagle|ata] (band|bandh) kara',
    '[he|ase|mala|tumche|sarv|sagle] (message|messages|msg|msgs|mesage|sms) (band|bandh|stop) kara',
    `[he|ase|mala|mala ase|tumche|punha|parat|yapudhe] (message|messages|msg|msgs|mesage|sms) ${romanDontSend}`,
    '[mala|punha|parat|yapudhe] (pathvu naka|pathavu naka|pathau naka)',
    '[he|ase|mala] (message|messages|msg|msgs) (nako|nakot|thambva|thambava)',
    '[mala] tras deu naka',
  ],
  start: [
    '(suru|chalu) kara',
    '(parat|punha) [message|msg] (suru|chalu) kara',
    '(message|msg) (suru|chalu) kara',
  ],
  stopPromotions: [
    '[he|mala|tumche] (offer|offers|promotion|jahirat|jahirati|ads) [che] [message|msg] (band kara|bandh kara|pathvu naka|pathavu naka|nako|nakot)',
  ],
  around: ['(krupaya|krupya|please|plz|sir|saheb|dada|tai|bhau|dhanyavad|lagech|aata)'],
};
