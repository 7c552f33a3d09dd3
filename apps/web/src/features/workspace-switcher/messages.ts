import { defineMessages } from '../../i18n/define-messages.ts';

export const switcherMessages = defineMessages('workspace-switcher', {
  en: {
    switch: 'Switch workspace',
    switchTo: 'Switch to {name}',
    group: 'Workspaces',
    search: 'Find a workspace',
    nothing: 'No workspace is called that.',
    current: 'Open now',
    demo: 'Demo',
    create: 'Create a workspace',
    createTitle: 'Create a workspace',
    createHelp:
      'One brand with its own number, team and customers. Nothing is shared with your other workspaces.',
    name: 'Name',
    nameExample: 'Surat Silks Wholesale',
    organisation: 'Organisation',
    submit: 'Create workspace',
    noneHelp:
      'You are signed in as {email}. Ask the person who runs your workspace to invite this address; the link in the invitation brings you in.',
    noneOwner: 'You are signed in as {email}. Create a workspace to begin.',
    signOut: 'Sign out',
    check: 'Check again',
  },
  hi: {
    switch: 'वर्कस्पेस बदलें',
    switchTo: '{name} खोलें',
    group: 'वर्कस्पेस',
    search: 'वर्कस्पेस खोजें',
    nothing: 'इस नाम का कोई वर्कस्पेस नहीं है।',
    current: 'अभी खुला है',
    demo: 'नमूना',
    create: 'वर्कस्पेस बनाएँ',
    createTitle: 'वर्कस्पेस बनाएँ',
    createHelp: 'एक ब्रांड, उसका अपना नंबर, टीम और ग्राहक। आपके दूसरे वर्कस्पेस से कुछ साझा नहीं होता।',
    name: 'नाम',
    nameExample: 'सूरत सिल्क्स थोक',
    organisation: 'संस्था',
    submit: 'वर्कस्पेस बनाएँ',
    noneHelp:
      'आप {email} से साइन इन हैं। जो आपका वर्कस्पेस चलाते हैं, उनसे इसी पते पर बुलावा माँगें; बुलावे के लिंक से आप अंदर आ जाएँगे।',
    noneOwner: 'आप {email} से साइन इन हैं। शुरू करने के लिए वर्कस्पेस बनाएँ।',
    signOut: 'साइन आउट करें',
    check: 'फिर से देखें',
  },
});
