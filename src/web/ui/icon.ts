import type { ComponentType, SVGProps } from 'react';

/** A line icon, as lucide draws them; import each from `lucide-react/icons/<name>`. */
export type Icon = ComponentType<SVGProps<SVGSVGElement> & { size?: string | number }>;
