// Before the first paint, so that a chosen theme never flashes; a file of its own, so that no inline script is needed.
const theme = localStorage.getItem('perennial.theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
