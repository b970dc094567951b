// Its 101 @font-face rules weigh 100 kB: only pages that show Chinese fetch them (await-chinese.ts).
import '@fontsource-variable/noto-sans-sc';
