import { plainKey } from './name-words.ts';
import { nearestWord } from './nearest-word.ts';

// ISO 3166-1 alpha-2, officially assigned.
const CODES =
  'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );
const LANGUAGES = ['en', 'es', 'zh-CN', 'de', 'fr', 'pt'];
// Names in use that no language's official list has, and the three-letter codes of common countries.
const ALSO: Readonly<Record<string, string>> = {
  US: 'USA|U.S.|U.S.A.|America|United States of America|EE. UU.|EEUU|Estados Unidos de América',
  GB: 'UK|U.K.|GBR|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Inglaterra|Gran Bretaña|Vereinigtes Königreich|英格兰',
  CN: 'CHN|PRC|P.R. China|Mainland China|中华人民共和国|中国大陆',
  TW: 'TWN|Taiwan, Province of China|台湾',
  HK: 'HKG|Hong Kong|Hong Kong SAR|香港',
  MO: 'MAC|Macau|Macao|澳门',
  KR: 'KOR|Korea|South Korea|Republic of Korea|Corea',
  KP: 'PRK|North Korea',
  RU: 'RUS|Russian Federation',
  VN: 'VNM|Viet Nam',
  CZ: 'CZE|Czech Republic',
  TR: 'TUR|Turkey|Türkiye',
  NL: 'NLD|Holland|The Netherlands|Holanda',
  AE: 'ARE|UAE|U.A.E.|Emirates',
  IR: 'IRN|Iran, Islamic Republic of',
  MK: 'MKD|Macedonia',
  CI: "CIV|Ivory Coast|Cote d'Ivoire",
  MM: 'MMR|Burma',
  SZ: 'SWZ|Swaziland',
  CV: 'CPV|Cape Verde',
  TZ: 'TZA|Tanzania, United Republic of',
  VE: 'VEN|Venezuela, Bolivarian Republic of',
  BO: 'BOL|Bolivia, Plurinational State of',
  MD: 'MDA|Moldova, Republic of',
  SY: 'SYR|Syrian Arab Republic',
  LA: "LAO|Lao People's Democratic Republic",
  CD: 'COD|DR Congo|DRC|Democratic Republic of the Congo',
  CG: 'COG|Republic of the Congo|Congo',
  DE: 'DEU|GER|BRD',
  ...Object.fromEntries(
    'FR:FRA ES:ESP IT:ITA PT:PRT AT:AUT CH:CHE BE:BEL LU:LUX IE:IRL DK:DNK SE:SWE NO:NOR FI:FIN IS:ISL PL:POL SK:SVK HU:HUN RO:ROU BG:BGR GR:GRC HR:HRV SI:SVN RS:SRB EE:EST LV:LVA LT:LTU UA:UKR IL:ISR SA:SAU QA:QAT EG:EGY MA:MAR NG:NGA KE:KEN ZA:ZAF GH:GHA IN:IND PK:PAK BD:BGD LK:LKA JP:JPN SG:SGP MY:MYS TH:THA ID:IDN PH:PHL AU:AUS NZ:NZL CA:CAN MX:MEX BR:BRA AR:ARG CL:CHL CO:COL PE:PER UY:URY EC:ECU CR:CRI PA:PAN'
      .split(' ')
      .map((pair) => pair.split(':')),
  ),
};

const MAX_CACHED = 5_000;
const nearest = new Map<string, string | null>();
let byKey: ReadonlyMap<string, string> | null = null;

/** Which country (ISO 3166-1 alpha-2) is meant by this name or code, in English, Spanish, Chinese, German, French or Portuguese? Null when none. */
export function countryCode(text: string): string | null {
  return countries().get(plainKey(text)) ?? null;
}

/** Which country's English name was probably meant by a misspelled one? Null when none is near. */
export function nearestCountry(text: string): string | null {
  const wanted = plainKey(text);
  // No name is longer; a whole paragraph in the country column must not cost a comparison with each.
  if (wanted.length > 60) return null;
  let near = nearest.get(wanted);
  if (near === undefined) {
    near = comparedName(wanted);
    if (nearest.size < MAX_CACHED) nearest.set(wanted, near);
  }
  return near;
}

function comparedName(wanted: string): string | null {
  const key = nearestWord(wanted, countries().keys());
  const code = key === null ? undefined : countries().get(key);
  return code === undefined ? null : (new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code);
}

// Built on first use: six languages of 249 names.
function countries(): ReadonlyMap<string, string> {
  byKey ??= new Map([...namesFromLanguages(), ...otherNames(), ...CODES.map((code) => [plainKey(code), code] as const)]);
  return byKey;
}

function namesFromLanguages(): readonly (readonly [string, string])[] {
  return LANGUAGES.flatMap((language) => {
    const names = new Intl.DisplayNames(language, { type: 'region' });
    return CODES.map((code) => [plainKey(names.of(code) ?? code), code] as const);
  });
}

function otherNames(): readonly (readonly [string, string])[] {
  return Object.entries(ALSO).flatMap(([code, names]) => names.split('|').map((name) => [plainKey(name), code] as const));
}
