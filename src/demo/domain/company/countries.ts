import type { Random } from '../random.ts';
import type { ByLanguage } from './words.ts';

/** A country that customers come from. */
export interface Country {
  readonly code: string;
  readonly zone: string;
  readonly language: 'en' | 'zh-CN' | 'es';
  /** In which currency it is sold to, where the company sells in it. */
  readonly currency: string;
  readonly dial: string;
}

const country = (code: string, zone: string, language: Country['language'], ...[currency, dial]: readonly [string, string]): Country => ({
  code,
  zone,
  language,
  currency,
  dial,
});

const US_EAST = country('US', 'America/New_York', 'en', 'USD', '+1');
const US_WEST = country('US', 'America/Los_Angeles', 'en', 'USD', '+1');
const US_MID = country('US', 'America/Chicago', 'en', 'USD', '+1');
const GB = country('GB', 'Europe/London', 'en', 'GBP', '+44');
const DE = country('DE', 'Europe/Berlin', 'en', 'EUR', '+49');
const CA = country('CA', 'America/Toronto', 'en', 'USD', '+1');
const AU = country('AU', 'Australia/Sydney', 'en', 'USD', '+61');
const IN = country('IN', 'Asia/Kolkata', 'en', 'USD', '+91');
const SG = country('SG', 'Asia/Singapore', 'en', 'USD', '+65');
const CN = country('CN', 'Asia/Shanghai', 'zh-CN', 'CNY', '+86');
const HK = country('HK', 'Asia/Hong_Kong', 'zh-CN', 'USD', '+852');
const ES = country('ES', 'Europe/Madrid', 'es', 'EUR', '+34');
const MX = country('MX', 'America/Mexico_City', 'es', 'MXN', '+52');
const AR = country('AR', 'America/Argentina/Buenos_Aires', 'es', 'USD', '+54');
const CO = country('CO', 'America/Bogota', 'es', 'USD', '+57');
const CL = country('CL', 'America/Santiago', 'es', 'USD', '+56');

const MARKETS: ByLanguage<readonly (readonly [Country, number])[]> = {
  en: [
    [US_EAST, 26],
    [US_MID, 12],
    [US_WEST, 14],
    [GB, 16],
    [CA, 7],
    [DE, 9],
    [AU, 5],
    [IN, 4],
    [SG, 2],
    [ES, 3],
    [CN, 2],
  ],
  'zh-CN': [
    [CN, 82],
    [HK, 5],
    [SG, 5],
    [US_WEST, 4],
    [DE, 4],
  ],
  es: [
    [ES, 50],
    [MX, 20],
    [AR, 8],
    [CO, 7],
    [CL, 6],
    [US_EAST, 5],
    [DE, 4],
  ],
};

/** From which country does a company come? */
export const drawCountry = (random: Random, language: Country['language']): Country => {
  const market = MARKETS[language];
  return market[random.weighted(market.map(([, weight]) => weight))]![0];
};

const HOLIDAYS: Readonly<Record<string, readonly string[]>> = {
  US: ['01-01', '05-26', '07-04', '09-01', '11-27', '11-28', '12-24', '12-25'],
  GB: ['01-01', '05-05', '05-26', '08-25', '12-25', '12-26'],
  CN: ['01-01', '04-04', '05-01', '05-02', '05-05', '10-01', '10-02', '10-03', '10-06', '10-07', '10-08'],
  ES: ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25'],
  MX: ['01-01', '02-03', '03-17', '05-01', '09-16', '11-17', '12-12', '12-25'],
};
const ELSEWHERE = ['01-01', '05-01', '12-24', '12-25', '12-26'];

// The week of the Spring Festival follows the moon: its eve, by year.
const SPRING_FESTIVAL = ['2024-02-09', '2025-01-28', '2026-02-16', '2027-02-05', '2028-01-25', '2029-02-12', '2030-02-02'];

/** How much of a usual working day is worked in this country on this date: 1 but on holidays, in August and between the years. */
export const workShare = (code: string, date: string): number => {
  const day = date.slice(5);
  if ((HOLIDAYS[code] ?? ELSEWHERE).includes(day)) return 0.06;
  if (code === 'CN' && SPRING_FESTIVAL.some((eve) => date >= eve && Date.parse(date) - Date.parse(eve) < 8 * 86_400_000)) return 0.05;
  if (code !== 'CN' && (day >= '12-27' || day <= '01-02')) return 0.35;
  if (day.startsWith('08') && (code === 'ES' || code === 'DE')) return 0.55;
  return 1;
};
