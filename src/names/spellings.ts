/** Spellings and short forms of parts of names, folded. */

/** Spellings of one name in different romanisations, by the one that stands first. */
const variantRows = [
  "abdel abdul abd abdal abdol",
  "abdulaziz abdelaziz",
  "abdullah abdallah abdulla",
  "abdulrahman abdelrahman abdurrahman",
  "ahmadinejad ahmedinejad",
  "ahmed ahmad ahmet",
  "alexander aleksandr alexandr oleksandr aleksander",
  "alexei aleksei alexey aleksey oleksii oleksiy",
  "ali aly",
  "allawi alawi",
  "andrei andrey andriy andrii",
  "arafat arafaat",
  "assad asad",
  "barzani barazani",
  "bashar bachar",
  "dmitri dmitry dmitriy dmytro",
  "faisal faysal feisal",
  "fouad fuad",
  "gaddafi qaddafi qadhafi gadhafi kadafi khadafy kadhafi qadafi khaddafi gadafi gaddhafi qathafi",
  "gorbachev gorbachov gorbatchev",
  "hafez hafiz",
  "haider haidar hayder",
  "hassan hasan",
  "hekmatyar hikmatyar",
  "hussein hussain husain husayn hossein hoseyn husein",
  "ibrahim ebrahim",
  "jamal gamal",
  "jumblatt joumblatt junblatt",
  "karim kareem",
  "karzai karzay",
  "khaled khalid",
  "khomeini khomeyni",
  "khrushchev khruschev krushchev",
  "laden ladin",
  "lukashenko lukashenka",
  "mahmoud mahmud",
  "massoud masood masud masoud",
  "masoum masum",
  "mikhail mikhael michail mykhailo",
  "milosevic miloshevich",
  "moammar muammar moamer muamar muammer moamar",
  "mohammed muhammad mohamed mohammad mohamad muhammed mehmet mahomet",
  "mousavi musavi moussavi",
  "muqtada moqtada",
  "mustafa mostafa moustafa",
  "nasrallah nasrullah",
  "nasser nasir naser",
  "netanyahu netanyahou",
  "nikolai nikolay mykola",
  "omar umar",
  "osama usama",
  "qassem qasem kassem qasim kasem",
  "rafsanjani rafsandjani",
  "rashid rasheed rachid",
  "saleh salih",
  "sergei sergey serhiy serhii",
  "shevardnadze shevarnadze",
  "shoigu shoygu",
  "soleimani suleimani sulaimani sulaymani",
  "suleiman sulayman soleyman suleyman sulaiman soliman",
  "tsarnaev tsarnayev",
  "tymoshenko timoshenko",
  "vladimir volodymyr wladimir",
  "walid waleed",
  "yanukovych yanukovich",
  "yasser yasir yaser",
  "yatsenyuk yatseniuk",
  "yevgeny evgeny yevgeni yevhen evgeni",
  "yuri yury yuriy yurii",
  "yusuf youssef yousef yousuf yosef",
  "zarqawi zarkawi",
  "zawahiri zawahri",
  "zelensky zelenskyy zelenskiy zelenski",
] as const;

/** Names that two romanisations write otherwise throughout: Wade-Giles and Pinyin, and a name in its own order. */
const wholeNameRows = [
  "mao zedong, mao tse tung",
  "zhou enlai, chou en lai",
  "deng xiaoping, teng hsiao ping",
  "chiang kai shek, jiang jieshi",
  "liu shaoqi, liu shao chi",
  "hua guofeng, hua kuo feng",
  "sun yat sen, sun zhongshan",
  "lee teng hui, li denghui",
] as const;

/** The parts that stand for all spellings of a whole name: those of "mao zedong" for "mao tse tung". */
export const wholeNames: ReadonlyMap<string, readonly string[]> = new Map(
  wholeNameRows.flatMap((row) => {
    const names = row.split(", ");
    return names.map((name) => [name, names[0]!.split(" ")] as const);
  }),
);

const variants = firstWordTable(variantRows);

/** Short and full forms of English given names that are not prefixes of each other. */
const nicknameRows = [
  "anthony tony",
  "edward ted ned teddy",
  "elizabeth liz betty",
  "henry harry hank",
  "james jim jimmy",
  "john jack",
  "margaret peggy maggie",
  "michael mike mick",
  "richard dick rick",
  "robert bob bobby",
  "ronald ron",
  "theodore ted",
  "thomas tom",
  "william bill billy",
] as const;

/** The full form of a given name, by a short one. */
export const nicknames = firstWordTable(nicknameRows);

function firstWordTable(rows: readonly string[]): ReadonlyMap<string, string> {
  const pairs = rows.flatMap((row) => {
    const words = row.split(" ");
    return words.map((word) => [word, words[0]!] as const);
  });
  return new Map(pairs);
}

/** The spelling that stands for all of a name's part: "qadhafi" gives "gaddafi". */
export function commonVariant(part: string): string {
  return variants.get(part) ?? part;
}
