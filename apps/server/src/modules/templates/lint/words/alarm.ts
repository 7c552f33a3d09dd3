/** What alarms: something that is lost unless one acts. */
export const threatenedLoss: readonly RegExp[] = [
  /\b(account|card|sim|wallet|kyc|upi|number|service|connection)\b.{0,40}\b(block(ed)?|suspend(ed)?|deactivat\w+|freez\w+|frozen|terminat\w+|disconnect\w*|clos(ed|e)|expir\w+)\b/i,
  /\b(block(ed)?|suspend(ed)?|deactivat\w+|frozen|disconnect\w*)\b.{0,40}\b(account|card|sim|wallet|kyc|upi|connection)\b/i,
  /(खाता|कार्ड|सिम|वॉलेट|केवाईसी|KYC|कनेक्शन|यूपीआई).{0,40}(ब्लॉक|बंद|निलंबित|फ़्रीज़|फ्रीज|काट)/i,
  /\b(khata|card|sim|kyc|connection)\b.{0,40}\b(block|band|suspend|freeze|kat)\b/i,
  /\b(unusual|suspicious|unauthori[sz]ed) (activity|login|access)\b/i,
];

/** Pressure of time. */
export const pressure: readonly RegExp[] = [
  /\b(immediately|urgent(ly)?|right away|at once|within \d+ (hours?|minutes?|hrs)|in the next \d+|today itself|last (chance|warning|notice)|final (warning|notice)|before midnight|act now|now or|or else|to avoid|turant|abhi|aaj hi|fauran)\b/i,
  /(तुरंत|फ़ौरन|फौरन|अभी|आज ही|घंटे में|घंटों में|घंटे के भीतर|अंतिम चेतावनी|आख़िरी मौका|आखिरी मौका|नहीं तो|वरना|अन्यथा)/,
];

export const threats: readonly RegExp[] = [
  /\b(legal action|police (complaint|case|station)|lodge an? (fir|complaint against you)|you will be arrested|arrest warrant|jail)\b/i,
  /\b(defaulter list|inform your (family|employer|contacts|relatives)|visit your (home|office) to recover|shame|blacklist(ed)?)\b/i,
  /\b(idiot|stupid|bastard|chor|kameen[ae]|haramkhor|dhokebaaz)\b/i,
  /(कानूनी कार्रवाई|क़ानूनी कार्रवाई|पुलिस में शिकायत|गिरफ़्तार|गिरफ्तार|जेल भेज|चोर(?=[\s,.!।]|$)|कमीने|हरामखोर)/,
  /\b(kanu?ni (kary?[av]*a?h?i|karwai)|police (mein|me) (shikayat|complaint)|giraftar|jail bhej)\b/i,
];

export const promises: readonly RegExp[] = [
  /\b(you (have )?won|lottery|lucky draw winner|claim your (prize|reward|winnings)|kbc winner|jackpot)\b/i,
  /\b(double your (money|investment)|guaranteed (returns?|profit|income|job|loan)|earn (₹|rs\.?|inr) ?[\d,]+ (daily|per day|a day)|risk[- ]free (investment|returns?)|100% (returns?|approval|guaranteed))\b/i,
  /\b(instant loan without (documents|kyc)|bitcoin doubl\w+|processing fee to (release|claim))\b/i,
  /(लॉटरी|लाटरी|इनाम जीता|पैसा डबल|पैसे डबल|गारंटीड कमाई|गारंटीड रिटर्न|केबीसी)/,
  /\b(paisa double|lottery (lagi|jeet\w*)|inaam jeet\w*|ghar baithe (rozana )?kamay?e?)\b/i,
];
