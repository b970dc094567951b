// Its 101 @font-face rules weigh 49 kB: only readers of Chinese fetch them.
import '@fontsource-variable/noto-sans-sc';
