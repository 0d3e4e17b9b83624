/* Begins: inputs at the top, then every part once. */
for (const image of all("img[data-input]")) image.src = images.carried(image.dataset.input);
$("main").hidden = false;
theme.start();
filter.start();
axes.start();
zoom.start();
table.start();
scatter.start();
selection.start();
vote.start();
detail.start();
keys.start();
views.start();
