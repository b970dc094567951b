/** Legal forms that say nothing about which company it is, as they stand at the end (or, in some languages, the start) of a name. */
const LEGAL_WORDS = new Set(
  (
    'inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag kg kgaa ug ohg gbr ev se ' +
    'sa sas sasu sarl eurl sl slu sau srl spa sapi cv bv nv ab as asa aps oy oyj kk yk pty pte pvt sdn bhd ltda ' +
    'eireli sp zoo sro kft doo jsc ooo oao zao holding holdings group und and the'
  ).split(' '),
);
const LEGAL_ENDINGS = [
  '股份有限公司',
  '有限责任公司',
  '有限責任公司',
  '有限公司',
  '株式会社',
  '有限会社',
  '集团',
  '集團',
  '公司',
  '주식회사',
];

/** Legal forms of several words, whose small words would otherwise stay behind. */
const LEGAL_PHRASES = / (?:sp z oo|sapi de cv|sa de cv|s de rl(?: de cv)?)$/;

/** The words of a company's name by which two spellings of it meet: no legal form, case, accents or punctuation. */
export function companyNameKey(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .normalize('NFC');
  const bare = LEGAL_ENDINGS.reduce((text, ending) => text.replaceAll(ending, ' '), plain);
  // S.L., S.A. de C.V., B.V. and "sp. z o.o." become one word each before dots are read as spaces.
  const words = bare
    .replace(/\b(\p{L})\.\s?(?=\p{L}\b)/gu, '$1')
    .replace(/[.'’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')
    .replace(LEGAL_PHRASES, '')
    .split(' ');
  const telling = words.filter((word, i) => !(LEGAL_WORDS.has(word) && (i > 0 || words.length > 1)));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** How alike are two name keys, 0…1: the share of letter pairs they have in common (Sørensen–Dice). */
export function nameSimilarity(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  const left = pairs(a);
  const right = pairs(b);
  const counts = Map.groupBy(right, (pair) => pair);
  const common = Array.from(Map.groupBy(left, (pair) => pair)).reduce(
    (n, [pair, all]) => n + Math.min(all.length, counts.get(pair)?.length ?? 0),
    0,
  );
  return left.length + right.length === 0 ? 0 : (2 * common) / (left.length + right.length);
}

function pairs(text: string): readonly string[] {
  const letters = Array.from(text.replaceAll(' ', ''));
  return letters.slice(1).map((letter, i) => `${letters[i]}${letter}`);
}
