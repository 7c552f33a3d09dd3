import type { RightsKind } from '../request-row.ts';

export const pageLanguages = {
  en: {
    title: 'Your data at {brand}',
    about:
      'What do you want? It costs nothing. You prove that it is you with one WhatsApp message from your own number.',
    kinds: {
      access: ['Get a copy', 'Everything that is held about you, as a file.'],
      correction: ['Correct something', 'Say below what is wrong and how it is right.'],
      erasure: [
        'Erase my data',
        'Messages, files and your profile. What the law wants kept stays, and you are told what.',
      ],
      withdrawal: ['Take back my consent', 'No more messages that need it.'],
      grievance: ['Complain', 'About how your data is handled.'],
      nomination: ['Name somebody', 'Who may decide about your data when you no longer can.'],
    },
    said: 'Anything to add (optional)',
    go: 'Continue in WhatsApp',
    choose: 'Choose what you want.',
    nextTitle: 'One step is left',
    next: 'Send the message that is ready in WhatsApp, without changing the code in it. Without it nothing happens.',
    open: 'Open WhatsApp',
    message: 'My data request for {brand} ({code})',
    answer: 'You get an answer by {due} at the latest.',
    contact: 'Questions: {contact}',
    tooOften: 'Too many tries. Please try again in a minute.',
  },
  hi: {
    title: '{brand} के पास आपका डेटा',
    about:
      'आप क्या चाहते हैं? इसका कोई पैसा नहीं लगता। अपने नंबर से एक WhatsApp संदेश भेजकर आप साबित करते हैं कि यह आप ही हैं।',
    kinds: {
      access: ['प्रति पाएँ', 'आपके बारे में जो कुछ रखा है, एक फ़ाइल में।'],
      correction: ['कुछ सुधारें', 'नीचे लिखें कि क्या ग़लत है और सही क्या है।'],
      erasure: [
        'मेरा डेटा मिटाएँ',
        'संदेश, फ़ाइलें और आपकी प्रोफ़ाइल। क़ानून जो रखने को कहता है वह रहेगा, और आपको बताया जाएगा।',
      ],
      withdrawal: ['सहमति वापस लें', 'जिन संदेशों के लिए सहमति चाहिए, वे अब नहीं आएँगे।'],
      grievance: ['शिकायत करें', 'कि आपके डेटा के साथ क्या किया जाता है।'],
      nomination: ['किसी को नामित करें', 'जो आपके न रहने पर आपके डेटा के बारे में फ़ैसला करे।'],
    },
    said: 'कुछ और कहना हो तो (ज़रूरी नहीं)',
    go: 'WhatsApp में आगे बढ़ें',
    choose: 'चुनें कि आप क्या चाहते हैं।',
    nextTitle: 'एक क़दम बाक़ी है',
    next: 'WhatsApp में तैयार संदेश भेजें, उसमें लिखा कोड बदले बिना। उसके बिना कुछ नहीं होगा।',
    open: 'WhatsApp खोलें',
    message: '{brand} के लिए मेरे डेटा का अनुरोध ({code})',
    answer: 'आपको ज़्यादा-से-ज़्यादा {due} तक जवाब मिलेगा।',
    contact: 'सवालों के लिए: {contact}',
    tooOften: 'बहुत बार कोशिश हुई। एक मिनट बाद फिर कोशिश करें।',
  },
} as const satisfies Record<
  'en' | 'hi',
  { kinds: Record<RightsKind, readonly [string, string]> } & Record<string, unknown>
>;

export type PageLanguage = keyof typeof pageLanguages;

export const languageOf = (asked: string | undefined, accepted: string | undefined): PageLanguage =>
  asked === 'hi' || (asked !== 'en' && /^\s*hi\b/i.test(accepted ?? '')) ? 'hi' : 'en';
