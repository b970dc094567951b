import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/**
 * The polite imperatives of the verbs that the product asks people with. As subjunctives they are right within a sentence ("en cuanto envíe"),
 * so they count only where one begins, or after a comma, colon, "y" or "o".
 */
const POLITE =
  'abra|acepte|acorte|agrupe|añada|asigne|busque|cambie|compruebe|conecte|confirme|consulte|copie|corrija|cree|deje|detenga|diga|divida|elija|elimine|empiece|envíe|escoja|escriba|espere|fusione|guarde|haga|indique|ingrese|inicie|intente|invite|lea|llame|mande|marque|mire|ordene|pegue|pida|ponga|pregunte|prepare|pruebe|pulse|quite|rellene|retire|revise|seleccione|siga|suba|suelte|tenga|traiga|vaya|vea|vuelva';
/** The same with a pronoun has an accent: "quítelo", never "quítalo". Forms of verbs in -er and -ir end in -a instead ("escríbalo"). */
const WITH_PRONOUN =
  'ábra|acépte|acórte|añáda|asígne|búsque|cámbie|compruébe|conécte|confírme|consúlte|cópie|corríja|crée|déje|deténga|díga|divída|elíja|elimíne|envíe|escríba|fusióne|guárde|hága|indíque|inténte|invíte|márque|míre|ordéne|pégue|pída|pónga|pruébe|quíte|redondée|relléne|retíre|revíse|súba|tráiga|véa';
const FORMAL = new RegExp(
  `(?:^|[.:;¿?!]\\s+|,\\s+|\\b[yo]\\s+)(?:${POLITE})(?= (?:el|la|los|las|un|una|uno|otro|otra|cuál|qué|su|sus|este|esta|esto|a|al|de|en|que|si)\\b)|(?<!\\p{L})(?:${WITH_PRONOUN})(?:lo|la|los|las|le|les|se)\\b|\\busted(?:es)?\\b`,
  'iu',
);

/** The Spanish texts of a source file: all strings of a catalogue, else those that stand under `es:`. */
const spanishIn = (file: string): readonly string[] => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  const parts = file.endsWith('es.ts')
    ? [source]
    : [...source.matchAll(/\bes: (\[[^\]]*\]|'(?:[^'\\]|\\.)*')/g)].map(([, part]) => part ?? '');
  return parts.flatMap((part) => [...part.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)].map(([, text]) => text ?? ''));
};

it('knows polite forms when it sees them', () => {
  for (const text of [
    'Elija otro.',
    'Nombres repetidos; revise las fusiones.',
    'Envía un objeto o quítelo.',
    'Lo que usted ve',
    'día-mes: indique cuál',
  ])
    expect(FORMAL.test(text), text).toBe(true);
  for (const text of [
    'En cuanto tu producto envíe eventos',
    'Elige otro.',
    'Envía un objeto o quítalo.',
    'Importe de la factura',
    'Nombre de la cuenta',
  ])
    expect(FORMAL.test(text), text).toBe(false);
});

it('speaks to its readers as tú in all of its Spanish', () => {
  const texts = globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
    .filter((file) => !/\.test\.|\/testing\/|demo\/domain\/lexicon/.test(file))
    .flatMap((file) => spanishIn(file).map((text) => ({ file, text })));
  expect(texts.length).toBeGreaterThan(2_000);
  expect(texts.filter(({ text }) => FORMAL.test(text))).toEqual([]);
});
