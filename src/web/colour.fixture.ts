/** The relative luminance of a colour '#rrggbb' (WCAG 2.2). */
export const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = linear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** The contrast of two colours, 1 to 21 (WCAG 2.2). */
export const contrast = (one: string, other: string): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

/** The kinds of colour vision: all cones, or one of three missing. */
export type Vision = keyof typeof CONES;

// Machado, Oliveira and Fernandes (2009), severity 1.0, for linear RGB.
const CONES = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

export const VISIONS = Object.keys(CONES) as readonly Vision[];

/** How far apart two colours are for a kind of vision: Euclid's distance in OKLab, in hundredths. About 2 is the least one sees side by side. */
export const distance = (one: string, other: string, vision: Vision): number => {
  const [a, b] = [oklab(seen(one, vision)), oklab(seen(other, vision))];
  return 100 * Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)));
};

const linear = (hex: string): readonly number[] =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));

const seen = (hex: string, vision: Vision): readonly number[] => {
  const [r = 0, g = 0, b = 0] = linear(hex);
  const m = CONES[vision];
  return [0, 3, 6].map((row) => Math.min(1, Math.max(0, (m[row] ?? 0) * r + (m[row + 1] ?? 0) * g + (m[row + 2] ?? 0) * b)));
};

// Ottosson (2020).
const oklab = ([r = 0, g = 0, b = 0]: readonly number[]): readonly number[] => {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
