import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from './encoding.ts';

const SPANISH = 'nombre,ciudad\r\nJosé,Málaga\r\nBegoña,Logroño\r\n';
const GERMAN = 'Name;Straße\r\nMüller;Hauptstraße 5\r\nGroß;Köln\r\nJörg;Zürich\r\n';
const FRENCH = 'nom;ville\nFrançois;Besançon\nChloé;Orléans – “centre”, 5 €\n';
const CHINESE = '公司名称,国家\n阿里巴巴,中国\n腾讯科技有限公司,中国\n';
const JAPANESE = '会社名,国\nトヨタ,日本\nソニー株式会社,日本\n';

describe('detectEncoding', () => {
  it.each([
    ['utf-8', SPANISH],
    ['utf-8', CHINESE],
    ['utf-8', 'id,name\n1,Plain\n'],
    ['windows-1252', SPANISH],
    ['windows-1252', GERMAN],
    ['windows-1252', FRENCH],
    ['windows-1252', 'name\nJosé\n'],
    ['windows-1252', `name\n${'Plain\n'.repeat(500)}Café “quoted” – €5\n`],
    ['gb18030', CHINESE],
    ['gb18030', 'name,city\nAcme,北京\nFoo,上海\n'],
    ['gb18030', '名,城\n'],
    ['shift_jis', JAPANESE],
    ['shift_jis', 'name,city\nAcme,東京\nFoo,大阪\n'],
    ['utf-16le', 'id,name\n1,Ann\n'],
    ['utf-16be', 'id,name\n1,Ann\n'],
  ])('reads %s', (encoding, text) => {
    expect(detectEncoding(iconv.encode(text, encoding))).toMatchObject({ encoding, bom: false });
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('believes the byte-order mark of %s', (encoding) => {
    expect(detectEncoding(iconv.encode(CHINESE, encoding, { addBOM: true }))).toEqual({ encoding, bom: true, sure: true });
  });

  it('does not stumble over a character cut off by the end of the sample', () => {
    const bytes = iconv.encode(CHINESE, 'utf-8');
    for (let length = 1; length < bytes.length; length += 1) expect(detectEncoding(bytes.subarray(0, length)).encoding).toBe('utf-8');
  });

  it('says that it is not sure about what it does not know', () => {
    expect(detectEncoding(iconv.encode('имя,город\nИван,Москва\nОльга,Казань\n', 'windows-1251')).sure).toBe(false);
    expect(detectEncoding(Uint8Array.of(0x61, 0x81, 0x20, 0xff, 0xff)).sure).toBe(false);
  });
});
