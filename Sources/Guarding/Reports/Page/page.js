"use strict";
document.documentElement.classList.add("scripted");
for (const viewer of document.querySelectorAll(".viewer")) {
  const cut = viewer.querySelector(".cut");
  const stage = viewer.querySelector(".stage");
  if (!cut) continue;
  const show = () => {
    stage.style.setProperty("--at", cut.value + "%");
    cut.setAttribute("aria-valuetext", "reference up to " + cut.value + " % of the width");
  };
  cut.addEventListener("input", show);
  show();
  // The picture itself can be dragged across.
  const drag = (event) => {
    const box = stage.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    cut.value = Math.round(1000 * Math.min(1, Math.max(0, share))) / 10;
    show();
  };
  const isSlider = () => viewer.querySelector(".as-slider").checked;
  stage.addEventListener("pointerdown", (event) => {
    if (!isSlider()) return;
    stage.setPointerCapture(event.pointerId);
    drag(event);
  });
  stage.addEventListener("pointermove", (event) => {
    if (isSlider() && stage.hasPointerCapture(event.pointerId)) drag(event);
  });
  // Pictures of unlike widths keep their scale, for one pixel to lie on the same pixel.
  const pictures = [...stage.querySelectorAll(".reference img, .new img")];
  const scale = () => {
    const widest = Math.max(...pictures.map((picture) => picture.naturalWidth));
    if (!(widest > 0)) return;
    const zoom = widest < 400 ? 2 : 1;
    viewer.style.setProperty("--wide", Math.min(1200, zoom * widest) + "px");
    for (const picture of pictures) {
      picture.style.setProperty("--share", 100 * picture.naturalWidth / widest + "%");
    }
  };
  for (const picture of pictures) picture.addEventListener("load", scale);
  scale();
}
