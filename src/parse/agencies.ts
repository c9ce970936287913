/** News agencies and broadcasters that sign stories by their name alone. Public knowledge; one line for each region. */
const AGENCIES = [
  "Associated Press, AP, Reuter, Reuters, Thomson Reuters, United Press International, UPI, United Press, UP, INS",
  "Agence France-Presse, Agence France Presse, AFP, Havas, Deutsche Presse-Agentur, dpa, EFE, ANSA, Lusa, Belga, ANP, APA",
  "Press Association, PA, PA Media, BBC, BBC News, BBC Monitoring, Sky News, ITN, Guardian, Exchange Telegraph",
  "TASS, ITAR-TASS, RIA Novosti, RIA, Interfax, Interfax-Ukraine, Ukrinform, UNIAN, Belta, Tanjug, PAP, CTK, MTI, BTA",
  "Anadolu, Anadolu Agency, AA, IRNA, ISNA, Fars, Tasnim, Press TV, SANA, INA, Petra, KUNA, SPA, WAM, QNA, MENA, WAFA",
  "Al Jazeera, Al Arabiya, Rudaw, Xinhua, New China News Agency, Kyodo, Kyodo News, Jiji, Yonhap, KCNA, CNA, Bernama, Antara",
  "PTI, Press Trust of India, ANI, IANS, UNI, APP, Canadian Press, CP, AAP, Australian Associated Press, NZPA, SAPA",
  "CNN, ABC News, CBS News, NBC News, NPR, VOA, Voice of America, RFE/RL, RFI, Deutsche Welle, DW, Bloomberg, Bloomberg News",
  "IRIN, OCHA, UN News, UN News Centre, Knight Ridder, Scripps Howard, McClatchy, Gannett, Cox News Service",
  "New York Times News Service, Washington Post, Los Angeles Times, Military Times, Stars and Stripes, Inter Press Service, IPS",
  "Staff, Staff Report, Staff Reports, Staff and Agencies, Staff and Wire Reports, From Staff Reports, Wire Reports, News Agencies",
  "Agencies, Our Correspondent, From Our Correspondent, Our Special Correspondent, Our Foreign Staff, Editorial Board",
] as const;

const BY_FOLDED_NAME: ReadonlyMap<string, string> = new Map(
  AGENCIES.flatMap((row) => row.split(", ")).map((name) => [name.toLowerCase(), name]),
);

// "The Associated Press", "the AP"
const ARTICLE = /^the /iu;
// "Reuters Staff", "Associated Press Writer", "AP writers", "AFP correspondent"
const ROLE = / (?:staff|writers?|reporters?|correspondents?)$/iu;

/** The agency that a text names, with the capitals it is known by: "REUTER" gives "Reuter"; "The …" is kept. */
export function findAgency(text: string): string | undefined {
  if (text.length > 60) return undefined;
  const bare = text.replace(ARTICLE, "");
  const known = BY_FOLDED_NAME.get(bare.toLowerCase()) ?? BY_FOLDED_NAME.get(bare.replace(ROLE, "").toLowerCase());
  if (known === undefined) return undefined;
  const isShouted = !/\p{Ll}/u.test(text) && /\p{Ll}/u.test(known);
  if (!isShouted) return text;
  return bare === text ? known : `The ${known}`;
}

// "AP", "WBKO", "AP/Reuters", "KTVU-TV": call signs and initials of two to six letters.
const CALL_SIGN = /^\p{Lu}[\p{Lu}\p{N}]{1,5}(?:[/-]\p{Lu}[\p{L}\p{N}]{1,8})?$/u;

/** What brackets hold in a dateline: an agency's name or a station's call sign. */
export function findSignedAgency(text: string): string | undefined {
  return findAgency(text) ?? (CALL_SIGN.test(text) ? text : undefined);
}
