/**
 * States, provinces and countries as datelines write them after a city: public knowledge (Associated Press style for the
 * shortened states). Only used to tell where a dateline ends whose dash was lost.
 */
const REGIONS = [
  "Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Hawaii, Idaho",
  "Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi",
  "Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota",
  "Ohio, Oklahoma, Oregon, Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont",
  "Virginia, Washington, West Virginia, Wisconsin, Wyoming, Puerto Rico, Guam",
  "Ala., Ariz., Ark., Calif., Colo., Conn., D.C., Del., Fla., Ga., Ill., Ind., Kan., Ky., La., Mass., Md., Mich., Minn.",
  "Miss., Mo., Mont., N.C., N.D., N.H., N.J., N.M., N.Y., Neb., Nev., Okla., Ore., Pa., R.I., S.C., S.D., Tenn., Va., Vt.",
  "W.Va., Wash., Wis., Wyo.",
  "Alberta, British Columbia, Manitoba, New Brunswick, Newfoundland, Nova Scotia, Ontario, Quebec, Saskatchewan, Yukon",
  "Afghanistan, Albania, Algeria, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain, Bangladesh, Belarus",
  "Belgium, Bolivia, Bosnia, Bosnia-Herzegovina, Bosnia and Herzegovina, Brazil, Bulgaria, Burkina Faso, Burma, Burundi",
  "Cambodia, Cameroon, Canada, Central African Republic, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia, Cuba",
  "Cyprus, Czech Republic, Denmark, Djibouti, Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Ethiopia, Finland",
  "France, Gaza, Gaza Strip, Germany, Ghana, Greece, Guatemala, Guinea, Haiti, Honduras, Hungary, Iceland, India, Indonesia",
  "Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan",
  "Laos, Latvia, Lebanon, Liberia, Libya, Lithuania, Macedonia, Malawi, Malaysia, Mali, Malta, Mauritania, Mexico, Moldova",
  "Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria",
  "North Korea, Northern Ireland, Norway, Oman, Pakistan, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland",
  "Portugal, Qatar, Romania, Russia, Rwanda, Saudi Arabia, Scotland, Senegal, Serbia, Sierra Leone, Slovakia, Slovenia",
  "Somalia, South Africa, South Korea, South Sudan, South Vietnam, Soviet Union, Spain, Sri Lanka, Sudan, Sweden, Switzerland",
  "Syria, Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab Emirates",
  "Uruguay, Uzbekistan, Venezuela, Vietnam, Wales, West Bank, West Germany, Yemen, Yugoslavia, Zambia, Zimbabwe",
] as const;

const NAMES: ReadonlySet<string> = new Set(REGIONS.flatMap((row) => row.split(", ")));

/** Words of the longest region's name. */
const LONGEST = 4;

/** The region that a text begins with, the longest one: "West Virginia police …" gives "West Virginia". */
export function findLeadingRegion(text: string): string | undefined {
  const words = text.slice(0, 60).split(" ", LONGEST);
  for (let length = words.length; length > 0; length--) {
    const region = words.slice(0, length).join(" ");
    if (NAMES.has(region)) return region;
  }
  return undefined;
}
