import type { WishWords } from '../wish-words.ts';

const messages = '(മെസേജ്|മെസ്സേജ്|മെസേജുകൾ|മെസ്സേജുകൾ|മെസേജ്കൾ|സന്ദേശം|സന്ദേശങ്ങൾ|എസ്എംഎസ്|message|messages|msg|sms)';
const offers =
  '(ഓഫർ|ഓഫറുകൾ|ഓഫർ മെസേജ്|ഓഫർ മെസ്സേജ്|പരസ്യം|പരസ്യങ്ങൾ|പരസ്യ സന്ദേശങ്ങൾ|പ്രൊമോഷൻ|പ്രമോഷൻ|പ്രൊമോഷണൽ മെസേജ്|മാർക്കറ്റിംഗ് മെസേജ്)';
const stop =
  '(നിർത്തുക|നിർത്തൂ|നിർത്ത്|നിർത്തണം|നിർത്തു|നിർത്തുമോ|നിറുത്തുക|നിറുത്തൂ|നിർത്തിക്കോ|നിർത്തിക്കൂടെ|സ്റ്റോപ്പ്|സ്റ്റോപ്പ് ചെയ്യൂ|സ്റ്റോപ്പ് ചെയ്യുക)';
const dontSend =
  '(അയക്കരുത്|അയയ്ക്കരുത്|അയക്കണ്ട|അയക്കേണ്ട|അയയ്ക്കേണ്ട|അയക്കല്ലേ|അയക്കല്ലെ|ഇടരുത്|ഇടല്ലേ|ചെയ്യരുത്|അയക്കുന്നത് നിർത്തുക|അയക്കുന്നത് നിർത്തൂ|അയയ്ക്കുന്നത് നിർത്തുക)';
const whose = '[ഈ|ഇത്തരം|എനിക്ക്|ഞങ്ങൾക്ക്|ഇനി|ഇനി മുതൽ|നിങ്ങളുടെ|എല്ലാ|ഒരു]';

export const malayalam: WishWords = {
  language: 'ml',
  stop: [
    `[ഇത്|ഇതു|ഇനി] ${stop}`,
    `${whose} ${whose} ${messages} ${stop}`,
    `${whose} ${whose} ${messages} ${dontSend}`,
    '[എനിക്ക്|ഇനി|ഇനി മുതൽ] (അയക്കരുത്|അയക്കണ്ട|അയക്കേണ്ട|അയക്കുന്നത് നിർത്തുക|അയയ്ക്കരുത്)',
    `${whose} ${whose} ${messages} (വേണ്ട|ആവശ്യമില്ല|വേണ്ടാ)`,
    '(എന്റെ നമ്പർ നീക്കം ചെയ്യുക|എന്റെ നമ്പർ മാറ്റുക|എന്റെ നമ്പർ ഡിലീറ്റ് ചെയ്യുക|എന്റെ നമ്പർ ഒഴിവാക്കുക|എന്നെ ഒഴിവാക്കുക|ശല്യം ചെയ്യരുത്|ശല്യപ്പെടുത്തരുത്|ബുദ്ധിമുട്ടിക്കരുത്)',
  ],
  start: [
    '(തുടങ്ങുക|തുടങ്ങൂ|ആരംഭിക്കുക|ആരംഭിക്കൂ|സ്റ്റാർട്ട്|സ്റ്റാർട്ട് ചെയ്യൂ)',
    '(വീണ്ടും) [മെസേജ്|മെസ്സേജ്|സന്ദേശങ്ങൾ] (തുടങ്ങുക|തുടങ്ങൂ|അയക്കൂ|അയക്കുക|ആരംഭിക്കുക|അയയ്ക്കുക)',
  ],
  stopPromotions: [`${whose} ${offers} ${stop}`, `${whose} ${offers} (അയക്കരുത്|അയക്കണ്ട|അയക്കേണ്ട|വേണ്ട|ആവശ്യമില്ല)`],
  around: [
    '(ദയവായി|ദയവ് ചെയ്ത്|ദയവുചെയ്ത്|പ്ലീസ്|സർ|സാർ|ചേട്ടാ|ചേച്ചി|മാഡം|നമസ്കാരം|നന്ദി|ഉടൻ|ഇപ്പോൾ തന്നെ|ഇന്നു മുതൽ|please|sir)',
  ],
};

export const malayalamInLatin: WishWords = {
  language: 'ml-Latn',
  stop: [
    '[ithu|ith|ini] (nirthuka|nirthu|nirthoo|nirthanam|nirutuka|nirthiko)',
    '[ee|e|enik|enikku|ini|ningalude] (message|messages|msg|msgs|mesage|sandesham) (nirthuka|nirthu|nirthoo|nirthanam|stop cheyu|stop cheyuka)',
    '[ee|e|enik|enikku|ini|eni] (message|messages|msg|msgs|mesage|sandesham) (ayakaruthu|ayakaruth|ayakaruthe|ayakanda|ayakkenda|ayakale|ayakalle|idaruthu|idalle|cheyaruthu|ayakunathu nirthuka|ayakunath nirthu)',
    '[enik|enikku|ini] (ayakaruthu|ayakaruth|ayakanda|ayakenda|ayakalle)',
    '[ee|e|enik|enikku|ini] (message|messages|msg|msgs|sandesham) (venda|vendaa|avashyamilla|avasyamilla)',
    '(shalyam cheyaruthu|salyam cheyaruthu|budhimutikaruthu|disturb cheyaruthu|disturb cheyalle)',
  ],
  start: [
    '(veendum|vendum) [message|messages|msg] (ayakoo|ayaku|ayakuka|thudanguka|thudangu|start cheyu)',
    '(thudanguka|thudangoo|start cheyu|start cheyuka|aarambhikuka)',
  ],
  stopPromotions: [
    '[ee|e|enik|enikku|ningalude] (offer|offers|promotion|promotions|parasyam|parasyangal|ads) [message|messages|msg] (nirthuka|nirthu|ayakaruthu|ayakaruth|ayakanda|venda)',
  ],
  around: ['(dayavayi|dayavaayi|please|plz|sir|saar|chetta|chechi|madam|nandi|udan|ipol thane|ippo thanne)'],
};
