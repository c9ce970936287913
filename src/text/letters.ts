/** Letters written in other letters, for comparing (Latin) and for addresses (other scripts). */

/** Latin letters that Unicode does not take apart into a letter and an accent. */
export const PLAIN_LATIN: ReadonlyMap<string, string> = pairs(
  "ß ss, ø o, ł l, ı i, đ d, ð d, þ th, æ ae, œ oe, ħ h, ŧ t, ŋ n, ĸ k, ſ s, ə e, ǝ e, ƒ f, ɓ b, ɗ d, ƙ k",
);

/** Cyrillic, Greek, Arabic and Persian, Hebrew: crude, one letter at a time, good enough for an address. */
export const LATIN_FOR: ReadonlyMap<string, string> = pairs(
  "а a, б b, в v, г g, д d, е e, ё yo, ж zh, з z, и i, й y, к k, л l, м m, н n, о o, п p, р r, с s, т t, у u, ф f",
  "х kh, ц ts, ч ch, ш sh, щ shch, ъ _, ы y, ь _, э e, ю yu, я ya, є ye, і i, ї yi, ґ g, ў u, ј j, љ lj, њ nj, ћ c",
  "ђ dj, џ dz, ѓ gj, ќ kj, ѕ dz, қ q, ғ gh, ң ng, ө o, ү u, ұ u, һ h, ә a",
  "α a, β v, γ g, δ d, ε e, ζ z, η i, θ th, ι i, κ k, λ l, μ m, ν n, ξ x, ο o, π p, ρ r, σ s, ς s, τ t, υ y, φ f",
  "χ ch, ψ ps, ω o",
  "ا a, أ a, إ i, آ a, ب b, ت t, ث th, ج j, ح h, خ kh, د d, ذ dh, ر r, ز z, س s, ش sh, ص s, ض d, ط t, ظ z, ع a",
  "غ gh, ف f, ق q, ك k, ل l, م m, ن n, ه h, و w, ي y, ى a, ة a, ء _, ئ y, ؤ w, پ p, چ ch, ژ zh, گ g, ک k, ی y, ے e, ں n",
  "א a, ב b, ג g, ד d, ה h, ו v, ז z, ח h, ט t, י y, כ k, ך k, ל l, מ m, ם m, נ n, ן n, ס s, ע a, פ p, ף p, צ ts",
  "ץ ts, ק k, ר r, ש sh, ת t",
);

function pairs(...rows: readonly string[]): ReadonlyMap<string, string> {
  const entries = rows.flatMap((row) => row.split(", ")).map((pair) => pair.split(" "));
  return new Map(entries.map(([letter = "", latin = ""]) => [letter, latin === "_" ? "" : latin]));
}
