import type { PersonalData } from '../../plan-contracts.ts';

/** What kind of personal or secret data does a value look like? Null when it looks harmless. */
export const personalDataOf = (value: string): PersonalData | null => {
  const text = value.trim();
  if (EMAIL.test(text)) return 'email';
  if (SECRET.test(text)) return 'secret';
  if (isCard(text)) return 'card';
  if (isPhone(text)) return 'phone';
  return isAddress(text) ? 'address' : null;
};

/** The value with all but its ends covered, so that it can be recognised by whoever knows it and read by nobody. */
export const masked = (value: string): string => {
  const text = value.trim();
  const kept = text.length > 8 ? 2 : 1;
  return `${text.slice(0, kept)}•••${text.slice(-kept)}`;
};

/** RE2 patterns by which the event store finds candidates; every candidate is judged again by personalDataOf. */
export const CANDIDATE_PATTERN =
  '[^\\s@]+@[^\\s@]+\\.[a-zA-Z]{2,}|^(Bearer |Basic |sk_|pk_live|ghp_|gho_|xox[abp]-|AKIA|eyJ[A-Za-z0-9_-]{8,}\\.)|^[+(]?[0-9][0-9 ().-]{6,22}[0-9]$|^[0-9]{1,3}(\\.[0-9]{1,3}){3}$|^[0-9a-fA-F]{0,4}(:[0-9a-fA-F]{0,4}){3,7}$';

const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
// Prefixes that services give to their tokens, so that scanners can find them; a JSON web token begins with {" in base 64.
const SECRET =
  /^(Bearer |Basic [A-Za-z0-9+/=]{8,}|sk_(live|test)_|pk_live_|ghp_|gho_|xox[abp]-|AKIA[0-9A-Z]{12}|eyJ[\w-]{8,}\.[\w-]{8,}\.)/;

// ISO/IEC 7812: 13 to 19 digits, the last of which is a check digit after Luhn.
const isCard = (text: string): boolean => {
  const digits = text.replace(/[ -]/g, '');
  if (!/^[3-6]\d{12,18}$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
};

// E.164 with its plus, or written as people write numbers: bare digits are as likely an amount or an id.
const isPhone = (text: string): boolean => {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 8 || digits.length > 15 || isDateLike(text)) return false;
  return /^\+\d[\d ().-]+$/.test(text) || /^\(?\d{2,4}\)?[ -]\d{2,4}[ -]\d{2,5}([ -]\d{2,4})?$/.test(text);
};

const isDateLike = (text: string): boolean => /^\d{4}-\d{1,2}-\d{1,2}|^\d{1,2}[-.]\d{1,2}[-.]\d{4}/.test(text);

const isAddress = (text: string): boolean =>
  // Version numbers have four parts too: an address has none above 255, and does not begin with zero to nine.
  (/^\d{2,3}(\.\d{1,3}){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)) ||
  (/^[0-9a-f]{1,4}(:[0-9a-f]{0,4}){4,7}$/i.test(text) && !/^\d{1,2}(:\d{2}){1,2}$/.test(text));
