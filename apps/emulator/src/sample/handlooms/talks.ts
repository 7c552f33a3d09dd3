/** Who says it, what, and after how many minutes. A text in angle brackets is a file: `<image caption>`, `<audio>`. */
export type Line = ['owner' | 'customer', string, number];

/** How a weaver of Madhubani and her customers talk; `{item}` and `{amount}` differ from time to time. */
export const talks: Line[][] = [
  [
    ['customer', 'Namaste didi, {item} available hai kya?', 0],
    ['owner', 'Namaste ji 🙏 Haan hai, abhi photo bhejti hoon', 6],
    ['owner', '<image {item}, {amount} rupaye>', 2],
    ['customer', 'Bahut sundar hai! Last price?', 11],
    ['owner', 'Aapke liye {amount} hi, shipping free kar dungi', 4],
    ['customer', 'Theek hai, le lungi. GPay number bhej dijiye', 9],
    ['owner', '9876500321 par kar dijiye, naam Sunita Devi aayega', 3],
    ['customer', 'Payment done', 14],
    ['owner', 'Mil gaya, dhanyavaad! Kal courier kar dungi', 5],
  ],
  [
    ['customer', 'Hello, do you ship {item} to Bengaluru?', 0],
    ['owner', 'Yes madam, all over India. Five to seven days by India Post', 18],
    ['customer', 'Great. Is the colour natural dye?', 3],
    ['owner', 'Haldi, neel and kajal only. No chemicals 😊', 12],
    ['customer', 'Please block one piece for me, will pay tonight', 6],
    ['owner', 'Done', 2],
  ],
  [
    ['customer', 'दीदी, {item} का ऑर्डर कब तक आएगा?', 0],
    ['owner', 'नमस्ते, कल ही भेजा है। ट्रैकिंग नंबर EB482913057IN', 25],
    ['customer', 'ठीक है, धन्यवाद', 8],
    ['owner', 'मिल जाए तो एक फोटो ज़रूर भेजिएगा 🙂', 3],
  ],
  [
    ['customer', 'शादी के लिए बारह {item} चाहिए, हो जाएगा?', 0],
    ['owner', 'बिल्कुल। बारह पीस में बीस दिन लगेंगे', 40],
    ['customer', 'एक पीस का कितना पड़ेगा?', 5],
    ['owner', '{amount} रुपये, बारह लेने पर दस प्रतिशत कम', 7],
    ['customer', 'रंग लाल और पीला चाहिए, बॉर्डर पर मछली', 12],
    ['owner', '<image ऐसा डिज़ाइन चलेगा?>', 60],
    ['customer', 'हाँ यही! आधा पैसा अभी भेज रही हूँ', 15],
    ['owner', 'जी, मिल गया। कल से काम शुरू', 30],
  ],
  [
    ['owner', 'Namaste! New stock of {item} is here, starting ₹{amount}. Reply YES for photos', 0],
    ['customer', 'YES', 95],
    ['owner', '<image 1>', 3],
    ['owner', '<image 2>', 1],
    ['owner', '<image On the loom this morning>', 4],
    ['customer', 'Second one please', 20],
  ],
  [
    ['customer', '<audio>', 0],
    ['owner', 'Ji samajh gayi, {item} ka size 6 metre hi rahega', 10],
    ['customer', 'Ok 👍', 2],
  ],
  [
    ['customer', 'Didi parcel mila par ek jagah dhaaga nikla hua hai', 0],
    ['customer', '<image>', 1],
    ['owner', 'Arre maaf kijiye 🙏 Wapas bhej dijiye, naya bhej dungi', 22],
    ['customer', 'Courier ka paisa?', 4],
    ['owner', 'Hum denge, aap bas slip ki photo bhej dena', 3],
    ['customer', '<image>', 1500],
    ['owner', 'Mil gaya. {item} aaj hi nikal jayega', 35],
  ],
  [
    ['customer', 'Hi, I saw your stall at Surajkund Mela. Do you still have the {item}?', 0],
    ['owner', 'Hello! Yes, two pieces. ₹{amount} each', 33],
    ['customer', 'Can you hold both till Friday?', 6],
    ['owner', 'Sure 👍', 2],
    ['customer', 'Thank you so much', 1],
  ],
  [
    ['customer', 'Dukan aaj khuli hai?', 0],
    ['owner', 'Haan ji, shaam 8 baje tak. Gandhi Chowk ke paas', 9],
  ],
  [
    ['customer', 'GST bill milega kya {item} par?', 0],
    ['owner', 'Haan, firm ka naam aur GSTIN bhej dijiye', 14],
    ['customer', 'Rangoli Interiors LLP, 07AAFCR1234K1Z5', 30],
    ['owner', '<document Bill-{amount}.pdf>', 120],
    ['customer', 'Received, thanks', 10],
  ],
  [
    ['customer', 'Happy Diwali didi 🪔', 0],
    ['owner', 'Aapko aur parivaar ko bhi bahut shubhkamnayein 🙏✨', 50],
  ],
  [
    ['customer', 'Custom {item} with our logo possible? 40 pieces, for Chhath gifts', 0],
    ['owner', 'Yes sir, ₹{amount} per piece for 40. Advance 50%', 45],
    ['customer', 'Approved from our side. Please send account details', 200],
    ['owner', 'SBI Madhubani, a/c 3811XXXX207, IFSC SBIN0000123', 12],
    ['customer', 'NEFT done, UTR SBIN226300417725', 90],
    ['owner', 'Received ₹, starting today. Sample photo on Monday', 40],
    ['owner', '<image Sample>', 4300],
    ['customer', 'Perfect, go ahead', 30],
  ],
];

export const items = [
  'Madhubani saree',
  'tussar dupatta',
  'cotton stole',
  'hand-painted cushion cover',
  'linen saree',
  'wall hanging',
  'khadi kurta piece',
];
