import { asha, ashaHi, page, stopEn, stopHi, type Written } from '../starter.ts';

interface Greeting {
  festival: string;
  name: readonly [en: string, hi: string];
  about: readonly [en: string, hi: string];
  en: string;
  hi: string;
  gift: readonly [en: string, hi: string];
}

/** Wishes that fit everybody who gets them; for whom they are, an audience decides, and never a guess about a faith. */
const greetings: readonly Greeting[] = [
  {
    festival: 'diwali',
    name: ['Diwali', 'दिवाली'],
    about: ['Two weeks before, with the last day for delivery', 'दो हफ़्ते पहले, डिलीवरी की आख़िरी तारीख़ के साथ'],
    en: 'Happy Diwali, {{name}}. Our lamps and sweets are packed by hand this week. Order by {{day}} and {{gift}} reaches you before the festival.',
    hi: 'दिवाली की शुभकामनाएँ, {{name}} जी। दीये और मिठाइयाँ इस हफ़्ते हाथ से पैक हो रही हैं। {{day}} तक ऑर्डर करें, {{gift}} त्योहार से पहले पहुँचेगा।',
    gift: ['your gift box', 'आपका तोहफ़ा'],
  },
  {
    festival: 'dhanteras',
    name: ['Dhanteras', 'धनतेरस'],
    about: ['For jewellers and homes, a few days before', 'ज्वेलर और घर के सामान के लिए, कुछ दिन पहले'],
    en: 'Dear {{name}}, for Dhanteras we are open until {{day}}, late into the evening. {{gift}} can be kept aside for you at the showroom: check out the new designs.',
    hi: 'प्रिय {{name}}, धनतेरस के लिए हमारी दुकान {{day}} तक देर शाम भी खुली है। {{gift}} आपके लिए अलग रख सकते हैं। नए डिज़ाइन देखने आइए।',
    gift: ['A silver coin', 'चाँदी का सिक्का'],
  },
  {
    festival: 'holi',
    name: ['Holi', 'होली'],
    about: ['A week before, with skin-safe colours', 'एक हफ़्ते पहले, त्वचा के लिए सुरक्षित रंग'],
    en: 'Happy Holi, {{name}}. Our colours are made of flowers and wash off with water. {{gift}} reaches you in time if you order by {{day}}.',
    hi: 'होली की शुभकामनाएँ, {{name}} जी। हमारे रंग फूलों से बने हैं और पानी से उतर जाते हैं। {{day}} तक ऑर्डर करें तो {{gift}} समय पर पहुँचेगा।',
    gift: ['A box of six colours', 'छह रंगों का डिब्बा'],
  },
  {
    festival: 'eid_al_fitr',
    name: ['Eid', 'ईद'],
    about: [
      'For those who asked for Eid news; the day may move',
      'जिन्होंने ईद की ख़बरें चाही हैं; तारीख़ बदल सकती है',
    ],
    en: 'Eid Mubarak, {{name}}. For the table at home: {{gift}}, fresh every morning. Place your order by {{day}} and it is ready when the moon is seen. Visit us or reply here.',
    hi: 'ईद मुबारक, {{name}} जी। घर के दस्तरख़्वान के लिए {{gift}}, हर सुबह ताज़ा। {{day}} तक बता दें, चाँद दिखते ही तैयार मिलेगा। देखने आइए।',
    gift: ['sheer khurma and seviyan', 'शीर ख़ुरमा और सेवइयाँ'],
  },
  {
    festival: 'christmas',
    name: ['Christmas', 'क्रिसमस'],
    about: ['For bakeries and gifts', 'बेकरी और तोहफ़ों के लिए'],
    en: 'Happy Christmas, {{name}}. The plum cakes were soaked in October and are baked now. Reserve {{gift}} by {{day}} and collect it warm.',
    hi: 'क्रिसमस की शुभकामनाएँ, {{name}} जी। प्लम केक के मेवे अक्टूबर से भीग रहे थे, अब केक बन रहे हैं। {{day}} तक {{gift}} मँगवा लें, गरम मिलेगा।',
    gift: ['a one-kilo cake', 'एक किलो का केक'],
  },
  {
    festival: 'pongal',
    name: ['Pongal', 'पोंगल'],
    about: ['For the South and for Makar Sankranti', 'दक्षिण और मकर संक्रांति के लिए'],
    en: 'Happy Pongal, {{name}}. New rice, jaggery and turmeric have come from the field. {{gift}} is kept for you until {{day}}.',
    hi: 'पोंगल की शुभकामनाएँ, {{name}} जी। नया चावल, गुड़ और हल्दी खेत से आ गए हैं। {{gift}} आपके लिए {{day}} तक रखी है।',
    gift: ['A Pongal basket', 'पोंगल की टोकरी'],
  },
  {
    festival: 'onam',
    name: ['Onam', 'ओणम'],
    about: ['Sadya and kasavu, ten days before', 'सद्या और कसवु, दस दिन पहले'],
    en: 'Happy Onam, {{name}}. Our sadya has 26 dishes on a banana leaf. {{gift}} can be booked until {{day}}, at the table or to take home.',
    hi: 'ओणम की शुभकामनाएँ, {{name}} जी। हमारी सद्या में केले के पत्ते पर 26 व्यंजन हैं। {{gift}} की बुकिंग {{day}} तक है, यहाँ खाएँ या घर ले जाएँ।',
    gift: ['A sadya for four', 'चार लोगों की सद्या'],
  },
  {
    festival: 'durga_puja',
    name: ['Durga Puja', 'दुर्गा पूजा'],
    about: ['New clothes before Shashthi', 'षष्ठी से पहले नए कपड़े'],
    en: 'Happy Durga Puja, {{name}}. The red-bordered sarees are here, each by a weaver whose name is on it. {{gift}} is altered free of charge until {{day}}.',
    hi: 'दुर्गा पूजा की शुभकामनाएँ, {{name}} जी। लाल पाड़ की साड़ियाँ आ गई हैं, हर एक पर बुनकर का नाम है। {{gift}} की फ़िटिंग {{day}} तक बिना पैसे होगी।',
    gift: ['Your blouse', 'आपके ब्लाउज़'],
  },
  {
    festival: 'navratri',
    name: ['Navratri', 'नवरात्रि'],
    about: ['Nine nights: clothes, fasting food', 'नौ रातें: कपड़े, व्रत का खाना'],
    en: 'Happy Navratri, {{name}}. For nine days our kitchen cooks without onion, garlic and grain. {{gift}} comes to your door daily if you tell us by {{day}}.',
    hi: 'नवरात्रि की शुभकामनाएँ, {{name}} जी। नौ दिन हमारी रसोई में व्रत का खाना बनेगा। {{day}} तक बता दें तो {{gift}} रोज़ घर पहुँचेगी।',
    gift: ['A fasting thali', 'व्रत की थाली'],
  },
  {
    festival: 'raksha_bandhan',
    name: ['Raksha Bandhan', 'रक्षाबंधन'],
    about: ['Rakhis that have to travel, ten days before', 'डाक से जाने वाली राखियाँ, दस दिन पहले'],
    en: 'Happy Rakhi, {{name}}. Is your brother far away? {{gift}} reaches any town in India if you order by {{day}}.',
    hi: 'राखी की शुभकामनाएँ, {{name}} जी। भाई दूर है? {{day}} तक ऑर्डर करें तो {{gift}} भारत के किसी भी शहर में समय पर पहुँचेगी।',
    gift: ['A handmade rakhi', 'हाथ से बनी राखी'],
  },
  {
    festival: 'ganesh_chaturthi',
    name: ['Ganesh Chaturthi', 'गणेश चतुर्थी'],
    about: ['Clay idols and modaks', 'मिट्टी की मूर्ति और मोदक'],
    en: 'Dear {{name}}, for Ganesh Chaturthi we make modaks by hand and idols of river clay. {{gift}} can be reserved until {{day}}. Come and see them.',
    hi: 'प्रिय {{name}}, गणेश चतुर्थी के लिए हाथ के मोदक और नदी की मिट्टी की मूर्तियाँ बन रही हैं। {{gift}} आप {{day}} तक रखवा सकते हैं। देखने आइए।',
    gift: ['A box of 21 modaks', '21 मोदक का डिब्बा'],
  },
  {
    festival: 'independence_day',
    name: ['Independence Day', 'स्वतंत्रता दिवस'],
    about: ['Quiet and proud; not on the morning of the day', 'शांत और गर्व भरा; उसी सुबह नहीं'],
    en: 'Happy Independence Day, {{name}}. This week we show khadi from twelve states, with the names of those who spun it. {{gift}} is open until {{day}}.',
    hi: 'स्वतंत्रता दिवस की शुभकामनाएँ, {{name}} जी। इस हफ़्ते बारह राज्यों की खादी है, कातने वालों के नाम के साथ। {{gift}} रोज़ खुली है, {{day}} तक।',
    gift: ['The exhibition', 'प्रदर्शनी'],
  },
  {
    festival: 'republic_day',
    name: ['Republic Day', 'गणतंत्र दिवस'],
    about: ['Quiet; for the week around the day', 'शांत; उस पूरे हफ़्ते के लिए'],
    en: 'Happy Republic Day, {{name}}. Our workshop is open to visitors this week: see how the weaving is done. {{gift}} can be booked until {{day}}.',
    hi: 'गणतंत्र दिवस की शुभकामनाएँ, {{name}} जी। इस हफ़्ते हमारी कार्यशाला सबके लिए खुली है: देखिए बुनाई कैसे होती है। {{gift}} आप {{day}} तक बुक कर सकते हैं।',
    gift: ['A guided hour', 'एक घंटे की सैर'],
  },
  {
    festival: 'new_year',
    name: ['New Year', 'नया साल'],
    about: ['Thanks for the year, one thing that is new', 'साल भर का धन्यवाद, एक नई बात'],
    en: 'Happy New Year, {{name}}, and thank you for the one behind us. {{gift}} is new from today; you are among the first to see it, until {{day}}.',
    hi: 'नए साल की शुभकामनाएँ, {{name}} जी, और बीते साल के लिए धन्यवाद। {{gift}} आज से नया है। {{day}} तक सबसे पहले आप देख सकते हैं।',
    gift: ['Our spring range', 'हमारा नया संग्रह'],
  },
];

const days: Readonly<Record<string, readonly [en: string, hi: string]>> = {
  diwali: ['3 Nov', '3 नवंबर'],
  dhanteras: ['6 Nov', '6 नवंबर'],
  holi: ['17 Mar', '17 मार्च'],
  eid_al_fitr: ['8 Mar', '8 मार्च'],
  christmas: ['22 Dec', '22 दिसंबर'],
  pongal: ['13 Jan', '13 जनवरी'],
  onam: ['8 Sep', '8 सितंबर'],
  durga_puja: ['4 Oct', '4 अक्टूबर'],
  navratri: ['28 Sep', '28 सितंबर'],
  raksha_bandhan: ['11 Aug', '11 अगस्त'],
  ganesh_chaturthi: ['2 Sep', '2 सितंबर'],
  independence_day: ['20 Aug', '20 अगस्त'],
  republic_day: ['31 Jan', '31 जनवरी'],
  new_year: ['10 Jan', '10 जनवरी'],
};

export const festivalStarters: readonly Written[] = greetings.map(
  ({ festival, name, about, en, hi, gift }) => ({
    key: `festival_${festival}`,
    topic: 'festivals',
    industries: ['retail', 'food'],
    festival,
    playbooks: ['P11'],
    category: 'MARKETING',
    title: name,
    about,
    en: {
      body: en,
      buttons: [{ visit: 'Have a look', url: page(festival.replaceAll('_', '-'), festival) }, stopEn],
      values: { name: asha, day: days[festival]![0], gift: gift[0] },
    },
    hi: {
      body: hi,
      buttons: [{ visit: 'देखें', url: page(festival.replaceAll('_', '-'), festival) }, stopHi],
      values: { name: ashaHi, day: days[festival]![1], gift: gift[1] },
    },
  }),
);
