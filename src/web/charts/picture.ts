/** A picture of a part of the page as a drawing that any program opens: boxes, texts and inner drawings as they stand, in the colours of the page. */
export const drawingOf = (root: Element, title: string): string => {
  const frame = root.getBoundingClientRect();
  const scroll = widestInside(root);
  const [width, height] = [Math.ceil(Math.max(frame.width, scroll)) + PAD * 2, Math.ceil(frame.height) + PAD * 2 + HEAD];
  const style = getComputedStyle(root);
  const parts: string[] = [];
  collect(root, { parts, x: PAD - frame.left, y: PAD + HEAD - frame.top });
  const head = `<text x="${PAD}" y="${PAD + 14}" font-size="15" font-weight="600" fill="${inHex(style.color)}">${escaped(title)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif">${HATCHED}<rect width="100%" height="100%" fill="${inHex(groundOf(root))}"/>${head}${parts.join('')}</svg>`;
};

/** The same drawing as a picture of dots, twice as fine as the screen's. */
export const pictureOf = async (drawing: string): Promise<Blob> => {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * 2;
  canvas.height = image.height * 2;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))), 'image/png');
  });
};

const PAD = 24;
const HEAD = 32;

interface Drawing {
  readonly parts: string[];
  /** What is added to places on the screen. */
  readonly x: number;
  readonly y: number;
}

const collect = (element: Element, drawing: Drawing): void => {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || element.matches('.sr-only, .no-print, [data-no-picture]')) return;
  if (element instanceof SVGSVGElement) return void drawing.parts.push(innerDrawing(element, drawing));
  const box = element.getBoundingClientRect();
  if (box.width === 0 || box.height === 0) return;
  drawing.parts.push(...boxParts(style, box, drawing));
  if (element.matches('.hatched')) drawing.parts.push(rectangle(box, drawing, 'url(#hatched)'));
  for (const child of element.childNodes) {
    if (child instanceof Element) collect(child, drawing);
    else if (child instanceof Text && child.data.trim() !== '') drawing.parts.push(textPart(child, style, drawing));
  }
};

const rectangle = (box: DOMRect, { x, y }: Drawing, fill: string): string =>
  `<rect x="${round(box.left + x)}" y="${round(box.top + y)}" width="${round(box.width)}" height="${round(box.height)}" fill="${fill}"/>`;

const HATCHED =
  '<defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="1" height="5" fill="#8a968f" opacity="0.5"/></pattern></defs>';

const boxParts = (style: CSSStyleDeclaration, box: DOMRect, { x, y }: Drawing): readonly string[] => {
  const place = `x="${round(box.left + x)}" y="${round(box.top + y)}" width="${round(box.width)}" height="${round(box.height)}"`;
  const filled = isClear(style.backgroundColor)
    ? []
    : [`<rect ${place} rx="${Number.parseFloat(style.borderTopLeftRadius) || 0}" fill="${inHex(style.backgroundColor)}"/>`];
  const edge = Number.parseFloat(style.borderBottomWidth);
  const line =
    edge > 0 && !isClear(style.borderBottomColor)
      ? [
          `<rect x="${round(box.left + x)}" y="${round(box.bottom + y - edge)}" width="${round(box.width)}" height="${edge}" fill="${inHex(style.borderBottomColor)}"/>`,
        ]
      : [];
  return [...filled, ...line];
};

// The words keep the width that they have on the page, whatever typeface the program has.
const textPart = (text: Text, style: CSSStyleDeclaration, { x, y }: Drawing): string => {
  const range = document.createRange();
  range.selectNodeContents(text);
  const box = range.getBoundingClientRect();
  const size = Number.parseFloat(style.fontSize);
  const limit = text.parentElement?.getBoundingClientRect();
  const width = limit && style.textOverflow === 'ellipsis' ? Math.min(box.width, limit.right - box.left) : box.width;
  return `<text x="${round(box.left + x)}" y="${round(box.top + y + box.height / 2 + size * 0.36)}" font-size="${size}" font-weight="${style.fontWeight}" textLength="${round(width)}" lengthAdjust="spacingAndGlyphs" fill="${inHex(style.color)}">${escaped(text.data.trim())}</text>`;
};

const innerDrawing = (svg: SVGSVGElement, { x, y }: Drawing): string => {
  const box = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll<SVGElement>('*');
  copy.querySelectorAll<SVGElement>('*').forEach((element, at) => {
    const original = originals[at];
    if (!original) return;
    const style = getComputedStyle(original);
    for (const name of ['fill', 'stroke'] as const)
      if (style[name] !== 'none' && !style[name].startsWith('url')) element.setAttribute(name, inHex(style[name]));
    element.setAttribute('opacity', style.opacity);
    element.removeAttribute('class');
  });
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  copy.setAttribute('x', round(box.left + x));
  copy.setAttribute('y', round(box.top + y));
  copy.setAttribute('width', round(box.width));
  copy.setAttribute('height', round(box.height));
  return new XMLSerializer().serializeToString(copy);
};

const groundOf = (element: Element | null): string => {
  if (!element) return 'white';
  const { backgroundColor } = getComputedStyle(element);
  return isClear(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
};

const widestInside = (root: Element): number =>
  Math.max(0, ...[...root.querySelectorAll('*')].map((one) => (one instanceof HTMLElement ? one.scrollWidth : 0)));

const isClear = (colour: string): boolean => colour === 'transparent' || /,\s*0\)$|\/\s*0\)$/.test(colour);

// Programs outside of browsers know no color-mix(): one dot of the colour tells what it is.
const inHex = (colour: string): string => {
  const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!context) return colour;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 255] = context.getImageData(0, 0, 1, 1).data;
  return alpha === 255 ? `rgb(${red},${green},${blue})` : `rgba(${red},${green},${blue},${Math.round((alpha / 255) * 100) / 100})`;
};

const round = (value: number): string => String(Math.round(value * 10) / 10);
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
